/// Experiments: named series of immutable versions, each with a value for every parameter of the project.
@NullMarked
package ai.rhesis.backend.workspace.experiment;

import org.jspecify.annotations.NullMarked;
