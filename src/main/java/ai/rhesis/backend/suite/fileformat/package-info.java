/// Tests and results in files: columns, CSV, and the texts that other programs would take for more than texts.
@NullMarked
package ai.rhesis.backend.suite.fileformat;

import org.jspecify.annotations.NullMarked;
