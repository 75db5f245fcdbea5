/// Projects of an organization, which keep endpoints, sets and runs together.
@NullMarked
package ai.rhesis.backend.workspace.project;

import org.jspecify.annotations.NullMarked;
