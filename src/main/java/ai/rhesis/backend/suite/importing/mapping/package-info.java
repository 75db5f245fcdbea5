/// The mapping of a file's columns to the fields of a test, suggested or chosen, and the tests that rows become.
@NullMarked
package ai.rhesis.backend.suite.importing.mapping;

import org.jspecify.annotations.NullMarked;
