/// Functions of connected programs: how their parameters take a question, and where in their results the answer is.
@NullMarked
package ai.rhesis.backend.integration.function;

import org.jspecify.annotations.NullMarked;
