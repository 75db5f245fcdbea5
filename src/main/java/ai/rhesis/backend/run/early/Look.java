package ai.rhesis.backend.run.early;

/// A test of the finished prefix of a run, beside the baseline.
///
/// @param position the place of its last repetition in the order of the run
/// @param errs whether it ended in an error in either run
record Look(int position, double difference, boolean errs) {}
