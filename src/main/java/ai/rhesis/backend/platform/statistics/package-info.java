/// The formulas behind every figure of a comparison, a calibration or a plan: pure functions of counts and moments,
/// each with its source, as listed in `docs/statistics.md`.
@NullMarked
package ai.rhesis.backend.platform.statistics;

import org.jspecify.annotations.NullMarked;
