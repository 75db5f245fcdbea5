/// Environments of a project, such as `staging`, and the parameter values that hold in each.
@NullMarked
package ai.rhesis.backend.workspace.environment;

import org.jspecify.annotations.NullMarked;
