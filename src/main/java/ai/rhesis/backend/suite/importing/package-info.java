/// Makes test sets of files, in steps that any node can serve: look at the file, map its columns, preview, confirm.
@NullMarked
package ai.rhesis.backend.suite.importing;

import org.jspecify.annotations.NullMarked;
