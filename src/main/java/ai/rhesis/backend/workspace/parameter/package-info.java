/// The parameters of a project: typed fields, the values that fit them, and the hashes by which clients know both.
@NullMarked
package ai.rhesis.backend.workspace.parameter;

import org.jspecify.annotations.NullMarked;
