/// Queues of tests that people review: drawn by chance, so that what they find holds for all tests of a run.
@NullMarked
package ai.rhesis.backend.run.reviewqueue;

import org.jspecify.annotations.NullMarked;
