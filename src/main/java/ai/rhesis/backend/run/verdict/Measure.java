package ai.rhesis.backend.run.verdict;

/// The measure in which a pair differs: the outcome of a test, or the share of its repetitions that passed, or a
/// score.
///
/// Outcomes need equal repetitions and rules in both runs of every pair; else only shares can be compared.
public enum Measure {
    OUTCOME,
    SHARE,
    SCORE
}
