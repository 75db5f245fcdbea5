/// From the columns of a file to a test: which goes where, by suggestion or by choice, and what comes of a row.
@NullMarked
package ai.rhesis.backend.suite.importing.mapping;

import org.jspecify.annotations.NullMarked;
