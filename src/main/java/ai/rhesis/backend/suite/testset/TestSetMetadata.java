package ai.rhesis.backend.suite.testset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Subjects of the living tests of a set, computed at every read and never stored.
///
/// @param generation of the set, where a model wrote its tests
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TestSetMetadata(
        long totalTests,
        List<String> categories,
        List<String> topics,
        List<String> requirements,
        @Nullable TestSetGeneration generation) {

    private static final String KEY = "metadata";
    private static final String GENERATION = "generation";

    static TestSetMetadata of(Collection<TestSetContentView> contents) {
        return of(contents, null);
    }

    static TestSetMetadata of(Collection<TestSetContentView> contents, @Nullable TestSetGeneration generation) {
        return new TestSetMetadata(
                contents.stream().mapToLong(TestSetContentView::tests).sum(),
                names(contents, TestSetContentView::category),
                names(contents, TestSetContentView::topic),
                names(contents, TestSetContentView::requirement),
                generation);
    }

    private static List<String> names(
            Collection<TestSetContentView> contents, Function<TestSetContentView, @Nullable String> name) {
        return contents.stream()
                .map(name)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /// Adds this to the attributes of a client as their `metadata`.
    Map<String, @Nullable Object> within(@Nullable Map<String, @Nullable Object> attributes) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(attributes == null ? Map.of() : attributes);
        Map<String, @Nullable Object> metadata = metadata(all);
        metadata.putAll(computed());
        all.put(KEY, metadata);
        return all;
    }

    /// Takes this out of the attributes of a client, who may have read it among them.
    static @Nullable Map<String, @Nullable Object> without(@Nullable Map<String, @Nullable Object> attributes) {
        if (attributes == null) {
            return null;
        }
        Map<String, @Nullable Object> own = new LinkedHashMap<>(attributes);
        Map<String, @Nullable Object> metadata = metadata(own);
        metadata.keySet().removeAll(of(List.of()).computed().keySet());
        metadata.remove(GENERATION);
        own.remove(KEY);
        if (!metadata.isEmpty()) {
            own.put(KEY, metadata);
        }
        return own;
    }

    private Map<String, Object> computed() {
        Map<String, Object> computed = new LinkedHashMap<>();
        computed.put("total_tests", totalTests);
        computed.put("categories", categories);
        computed.put("topics", topics);
        computed.put("requirements", requirements);
        if (generation != null) {
            computed.put(GENERATION, generation);
        }
        return computed;
    }

    private static Map<String, @Nullable Object> metadata(Map<String, @Nullable Object> attributes) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        if (attributes.get(KEY) instanceof Map<?, ?> sent) {
            sent.forEach((key, value) -> metadata.put(String.valueOf(key), value));
        }
        return metadata;
    }
}
