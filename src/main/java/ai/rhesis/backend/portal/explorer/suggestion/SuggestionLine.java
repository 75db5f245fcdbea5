package ai.rhesis.backend.portal.explorer.suggestion;

import ai.rhesis.backend.portal.explorer.GivenAnswer;
import ai.rhesis.backend.portal.explorer.TreeVerdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A line that tells of suggestions, by a type that clients know it by.
sealed interface SuggestionLine {

    String ITEM = "item";
    String SUMMARY = "summary";

    String type();

    /// A suggestion that was written.
    record WrittenLine(String type, int index, String topic, String input) implements SuggestionLine {

        static WrittenLine of(Suggested suggested) {
            return new WrittenLine("suggestion", suggested.index(), suggested.topic(), suggested.input());
        }
    }

    /// A suggestion that was embedded, or could not be.
    record EmbeddedLine(String type, int index) implements SuggestionLine {

        static EmbeddedLine of(int index) {
            return new EmbeddedLine("embedding", index);
        }
    }

    /// The end of all suggestions.
    ///
    /// @param diversityOrder null without embeddings
    /// @param diversityScores in that order
    record AllWrittenLine(
            String type,
            int total,
            int numExamplesUsed,
            @Nullable List<Integer> diversityOrder,
            @Nullable List<@Nullable Double> diversityScores)
            implements SuggestionLine {

        static AllWrittenLine of(int total, int examples, @Nullable Diversity diversity) {
            return new AllWrittenLine(
                    "suggestions_done",
                    total,
                    examples,
                    diversity == null ? null : diversity.order(),
                    diversity == null ? null : diversity.scores());
        }
    }

    /// The answer of the endpoint.
    record OutputLine(
            String type,
            int index,
            String input,
            String output,
            @Nullable String error) implements SuggestionLine {

        static OutputLine of(String type, int index, String input, GivenAnswer given) {
            return new OutputLine(type, index, input, given.output(), given.error());
        }
    }

    /// The verdict of the metrics.
    record VerdictLine(
            String type,
            int index,
            String input,
            String label,
            String labeler,
            double modelScore,
            Map<String, TreeVerdict.Detail> metrics,
            @Nullable String error)
            implements SuggestionLine {

        static VerdictLine of(String type, int index, String input, TreeVerdict verdict) {
            return new VerdictLine(
                    type,
                    index,
                    input,
                    verdict.label(),
                    verdict.labeler(),
                    verdict.modelScore(),
                    verdict.metrics(),
                    verdict.error());
        }

        static VerdictLine unjudged(String type, int index, String input, String error) {
            return new VerdictLine(type, index, input, "", "", 0, Map.of(), error);
        }
    }

    /// The end of all outputs.
    record OutputsLine(String type, int generated, int total) implements SuggestionLine {}

    /// The end of all verdicts.
    record VerdictsLine(String type, int evaluated, int total) implements SuggestionLine {}

    /// The reason for which there are no more suggestions.
    record ErrorLine(String type, String phase, String message) implements SuggestionLine {

        static ErrorLine of(String message) {
            return new ErrorLine("error", "suggestions", message);
        }
    }

    /// The last line.
    record DoneLine(String type) implements SuggestionLine {

        static final DoneLine DONE = new DoneLine("done");
    }
}
