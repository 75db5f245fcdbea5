package ai.rhesis.backend.suite.importing.mapping;

import ai.rhesis.backend.suite.fileformat.Column;
import ai.rhesis.backend.suite.fileformat.ColumnName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The part of a test that a column of a file is: one of the columns that this server writes, or one that
/// files of others have alone.
///
/// @param key the key in `metadata.<key>` and `vars.<key>`
record MappingTarget(String name, @Nullable String key) {

    static final String METADATA = "metadata";
    static final String VARS = "vars";
    static final String ASSERTION = "assertion";
    static final String CONFIGURATION = "test_configuration";
    static final String TEST = "test";

    static final List<String> ALLOWED = Stream.concat(
                    Arrays.stream(Column.values()).map(Column::header),
                    Stream.of(METADATA + ".<key>", VARS + ".<key>", ASSERTION, CONFIGURATION, TEST))
            .toList();

    private static final Set<String> MANY = Set.of(METADATA, VARS, ASSERTION, TEST);
    private static final Set<String> OTHERS = Set.of(ASSERTION, CONFIGURATION, TEST);
    private static final Map<String, String> OLD_NAMES = Map.of(
            "behavior",
            Column.REQUIREMENT.header(),
            "prompt",
            Column.PROMPT_CONTENT.header(),
            TestDraft.METADATA,
            METADATA);

    /// Finds the target of a name; null when there is none.
    static @Nullable MappingTarget of(String text) {
        String name = OLD_NAMES.getOrDefault(text, text);
        if (Column.of(name).isPresent() || OTHERS.contains(name)) {
            return new MappingTarget(name, null);
        }
        int dot = name.indexOf('.');
        String before = dot < 0 ? "" : name.substring(0, dot);
        String key = name.substring(dot + 1);
        return (before.equals(METADATA) || before.equals(VARS)) && !key.isEmpty()
                ? new MappingTarget(before, key)
                : null;
    }

    /// Answers the target that keeps a column under its own name.
    static String inMetadata(String column) {
        return METADATA + "." + ColumnName.normalized(column).replace('.', '_');
    }

    /// Tells whether several columns can go there together.
    boolean isShared() {
        return key == null && MANY.contains(name);
    }

    @Override
    public String toString() {
        return key == null ? name : name + "." + key;
    }
}
