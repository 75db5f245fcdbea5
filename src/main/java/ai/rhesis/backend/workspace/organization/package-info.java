/// The organization: made by its first owner, seen by its members only.
@NullMarked
package ai.rhesis.backend.workspace.organization;

import org.jspecify.annotations.NullMarked;
