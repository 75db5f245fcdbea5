package ai.rhesis.backend.suite.version.content;

import ai.rhesis.backend.platform.persistence.Columns;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Many contents of tests, column by column, in the order of their hashes.
record ContentColumns(
        String[] hashes,
        @Nullable String[] stimuli,
        @Nullable String[] categories,
        @Nullable String[] expected,
        @Nullable String[] files,
        @Nullable String[] languages,
        @Nullable String[] metadata,
        @Nullable String[] prompts,
        @Nullable String[] requirements,
        @Nullable String[] configurations,
        @Nullable String[] types,
        @Nullable String[] topics) {

    static ContentColumns of(Map<String, TestContent> byHash) {
        Map<String, TestContent> sorted = new TreeMap<>(byHash);
        List<TestContent> contents = List.copyOf(sorted.values());
        return new ContentColumns(
                sorted.keySet().toArray(String[]::new),
                Columns.texts(contents, TestContent::stimulusHash),
                Columns.texts(contents, TestContent::category),
                Columns.texts(contents, TestContent::expectedResponse),
                Columns.texts(contents, content -> "{" + String.join(",", content.files()) + "}"),
                Columns.texts(contents, TestContent::languageCode),
                json(contents, TestContent::metadata),
                Columns.texts(contents, TestContent::prompt),
                Columns.texts(contents, TestContent::requirement),
                json(contents, TestContent::testConfiguration),
                Columns.texts(contents, TestContent::testType),
                Columns.texts(contents, TestContent::topic));
    }

    private static @Nullable String[] json(
            List<TestContent> contents, Function<TestContent, @Nullable JsonNode> field) {
        return Columns.texts(contents, content -> {
            JsonNode tree = field.apply(content);
            return tree == null ? null : tree.toString();
        });
    }
}
