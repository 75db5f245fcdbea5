/// The texts of documents that somebody uploads, read by a process of their own that may end badly.
@NullMarked
package ai.rhesis.backend.suite.source.extraction;

import org.jspecify.annotations.NullMarked;
