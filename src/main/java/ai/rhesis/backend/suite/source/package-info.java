/// Texts that tests are generated from: written by people, or extracted from the files that they upload.
@NullMarked
package ai.rhesis.backend.suite.source;

import org.jspecify.annotations.NullMarked;
