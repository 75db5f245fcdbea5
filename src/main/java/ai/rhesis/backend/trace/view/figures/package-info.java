/// Figures over the traces of a project.
@NullMarked
package ai.rhesis.backend.trace.view.figures;

import org.jspecify.annotations.NullMarked;
