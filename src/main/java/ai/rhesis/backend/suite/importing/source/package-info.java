/// Rows of files of any kind, and nothing but rows: what a file holds is never run, fetched or followed.
@NullMarked
package ai.rhesis.backend.suite.importing.source;

import org.jspecify.annotations.NullMarked;
