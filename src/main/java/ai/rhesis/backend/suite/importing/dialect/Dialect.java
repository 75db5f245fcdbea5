package ai.rhesis.backend.suite.importing.dialect;

import ai.rhesis.backend.suite.fileformat.PromptfooText;
import ai.rhesis.backend.suite.importing.source.SourceRow;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A tool whose files people bring along, told by its columns. It makes of a row flat columns that can be mapped.
public enum Dialect {
    PROMPTFOO {
        @Override
        boolean isSpokenIn(Sample sample) {
            return sample.keys().stream().anyMatch(key -> key.startsWith("__"))
                    || sample.has("vars")
                    || sample.has("assert")
                    || sample.rows().stream()
                            .anyMatch(row -> row.values().path("metadata").has(PromptfooText.OWN));
        }

        @Override
        public List<FlatRow> flatten(SourceRow row, boolean isTable) {
            return Promptfoo.flatten(row, isTable);
        }
    },
    OPENAI_CHAT {
        @Override
        boolean isSpokenIn(Sample sample) {
            return sample.has("messages") || sample.holdsChats();
        }

        @Override
        public List<FlatRow> flatten(SourceRow row, boolean isTable) {
            return List.of(MessageList.flatten(row));
        }
    },
    ALPACA {
        @Override
        boolean isSpokenIn(Sample sample) {
            return sample.has(Alpaca.INSTRUCTION)
                    && sample.hasAny(Alpaca.ANSWERS)
                    && !sample.hasAny(Set.of("goal", "prompt", "question"));
        }

        @Override
        public List<FlatRow> flatten(SourceRow row, boolean isTable) {
            return List.of(Alpaca.flatten(row));
        }
    },
    DEEPEVAL {
        @Override
        boolean isSpokenIn(Sample sample) {
            return sample.keys().contains("input")
                            && sample.keys().stream().anyMatch(DeepEval.OF_GOLDENS::contains)
                            && !sample.holdsObjects("input")
                    || sample.has("expected_outcome");
        }

        @Override
        public List<FlatRow> flatten(SourceRow row, boolean isTable) {
            return List.of(DeepEval.flatten(row));
        }
    },
    HARMBENCH {
        @Override
        boolean isSpokenIn(Sample sample) {
            return sample.has("behavior") && sample.has("behavior_id") && !sample.hasAny(Set.of("goal", "prompt"));
        }

        @Override
        public List<FlatRow> flatten(SourceRow row, boolean isTable) {
            return List.of(FlatRow.renamed(row, Map.of("behavior", "prompt", "context_string", "context")));
        }
    },
    GENERIC {
        @Override
        boolean isSpokenIn(Sample sample) {
            return true;
        }

        @Override
        public List<FlatRow> flatten(SourceRow row, boolean isTable) {
            return List.of(FlatRow.of(row));
        }
    };

    abstract boolean isSpokenIn(Sample sample);

    /// Makes flat rows of a row: one, or several where the tool makes several tests of it.
    ///
    /// @param isTable whether the values are cells
    public abstract List<FlatRow> flatten(SourceRow row, boolean isTable);

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Finds the tool that made a file.
    ///
    /// @param rows the first ones
    public static Dialect of(List<SourceRow> rows) {
        Sample sample = Sample.of(rows);
        return Arrays.stream(values())
                .filter(dialect -> dialect.isSpokenIn(sample))
                .findFirst()
                .orElse(GENERIC);
    }
}
