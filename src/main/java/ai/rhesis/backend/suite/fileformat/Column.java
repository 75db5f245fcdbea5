package ai.rhesis.backend.suite.fileformat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Columns of a table of tests, in the order of an exported file.
public enum Column {
    NAME,
    DESCRIPTION,
    TEST_TYPE,
    PROMPT_CONTENT,
    EXPECTED_RESPONSE,
    LANGUAGE_CODE,
    CATEGORY,
    TOPIC,
    REQUIREMENT,
    PRIORITY,
    STATUS,
    TAGS,
    GOAL,
    INSTRUCTIONS,
    RESTRICTIONS,
    SCENARIO,
    CONTEXT,
    MIN_TURNS,
    MAX_TURNS,
    METADATA;

    /// Returns the name in files and mappings.
    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Column> of(String header) {
        return Arrays.stream(values())
                .filter(column -> column.header().equals(header))
                .findFirst();
    }
}
