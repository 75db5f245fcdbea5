package ai.rhesis.backend.run.verdict;

import ai.rhesis.backend.platform.statistics.PairedResult;
import org.jspecify.annotations.Nullable;

/// The decision about two runs: the conclusion, what it rests on, and the sentence that says so.
///
/// `test` is of all pairs, with errors as losses, `withoutErrors` of the pairs in which neither test ended in
/// error; null when there are none.
public record Decision(
        Conclusion conclusion,
        Flags flags,
        String reason,
        @Nullable PairedResult test,
        @Nullable PairedResult withoutErrors,
        Foresight foresight) {}
