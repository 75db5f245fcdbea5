package ai.rhesis.backend.suite.importing.dialect;

import ai.rhesis.backend.suite.fileformat.PromptfooText;
import ai.rhesis.backend.suite.importing.source.SourceRow;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The tools whose files people bring along, told by their columns. Each makes of a row flat columns that can be
/// mapped.
public enum Dialect {
    PROMPTFOO {
        @Override
        boolean isSpokenBy(Set<String> keys) {
            return keys.stream().anyMatch(key -> key.startsWith("__"))
                    || keys.contains(VARS)
                    || keys.contains("assert");
        }

        @Override
        public FlatRow flatten(SourceRow row, boolean isTable) {
            return Promptfoo.flatten(row, isTable);
        }
    },
    OPENAI_CHAT {
        @Override
        boolean isSpokenBy(Set<String> keys) {
            return keys.contains("messages");
        }

        @Override
        public FlatRow flatten(SourceRow row, boolean isTable) {
            return OpenAiChat.flatten(row);
        }
    },
    DEEPEVAL {
        @Override
        boolean isSpokenBy(Set<String> keys) {
            return keys.contains("input") && keys.stream().anyMatch(DeepEval.OF_GOLDENS::contains)
                    || keys.contains("expected_outcome")
                    || keys.contains("expectedOutcome");
        }

        @Override
        public FlatRow flatten(SourceRow row, boolean isTable) {
            return DeepEval.flatten(row);
        }
    },
    GENERIC {
        @Override
        boolean isSpokenBy(Set<String> keys) {
            return true;
        }

        @Override
        public FlatRow flatten(SourceRow row, boolean isTable) {
            return FlatRow.of(row);
        }
    };

    private static final String VARS = "vars";

    abstract boolean isSpokenBy(Set<String> keys);

    /// @param isTable whether the values are cells
    public abstract FlatRow flatten(SourceRow row, boolean isTable);

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param sample the first rows
    public static Dialect of(List<SourceRow> sample) {
        Set<String> keys = new HashSet<>();
        for (SourceRow row : sample) {
            keys.addAll(row.values().propertyNames());
            if (row.values().path("metadata").has(PromptfooText.OWN)) {
                keys.add(VARS);
            }
        }
        return Arrays.stream(values())
                .filter(dialect -> dialect.isSpokenBy(keys))
                .findFirst()
                .orElse(GENERIC);
    }
}
