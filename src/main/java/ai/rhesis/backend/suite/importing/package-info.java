/// Imports: test sets made of files, in steps that any node can serve: analysis, mapping of columns, preview,
/// confirmation.
@NullMarked
package ai.rhesis.backend.suite.importing;

import org.jspecify.annotations.NullMarked;
