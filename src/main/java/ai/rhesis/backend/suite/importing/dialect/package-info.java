/// Meanings of columns: those of this server, and of the tools whose files people bring along.
@NullMarked
package ai.rhesis.backend.suite.importing.dialect;

import org.jspecify.annotations.NullMarked;
