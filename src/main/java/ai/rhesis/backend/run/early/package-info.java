/// The early end of runs: as soon as their tests, in a seeded random order, prove a verdict beside a baseline.
@NullMarked
package ai.rhesis.backend.run.early;

import org.jspecify.annotations.NullMarked;
