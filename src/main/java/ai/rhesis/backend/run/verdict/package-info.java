/// The decision about two paired runs: which method applies, what it proves, and the sentence that says so.
@NullMarked
package ai.rhesis.backend.run.verdict;

import org.jspecify.annotations.NullMarked;
