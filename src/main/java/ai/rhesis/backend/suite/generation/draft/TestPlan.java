package ai.rhesis.backend.suite.generation.draft;

import ai.rhesis.backend.suite.generation.GenerationConfig;
import ai.rhesis.backend.suite.generation.TestSubjects;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A plan for tests: what they may be about, and what of it is switched on.
record TestPlan(
        @Size(max = GenerationConfig.MAX_NAMES) List<@NotNull @Valid Item> requirements,
        @Size(max = GenerationConfig.MAX_NAMES) List<@NotNull @Valid Item> topics,
        @Size(max = GenerationConfig.MAX_NAMES) List<@NotNull @Valid Item> categories) {

    TestPlan {
        requirements = Objects.requireNonNullElse(requirements, List.of());
        topics = Objects.requireNonNullElse(topics, List.of());
        categories = Objects.requireNonNullElse(categories, List.of());
    }

    int size() {
        return requirements.size() + topics.size() + categories.size();
    }

    /// Returns what is switched on; of the requirements at least the first.
    TestSubjects subjects() {
        List<String> wanted = active(requirements);
        return TestSubjects.of(
                wanted.isEmpty()
                        ? requirements.stream().limit(1).map(Item::name).toList()
                        : wanted,
                active(categories),
                active(topics));
    }

    /// Returns the descriptions by name.
    Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>();
        Stream.of(requirements, categories, topics)
                .flatMap(List::stream)
                .filter(item -> !item.description().isBlank())
                .forEach(item -> notes.putIfAbsent(item.name(), item.description()));
        return notes;
    }

    private static List<String> active(List<Item> items) {
        return items.stream().filter(Item::active).map(Item::name).toList();
    }

    /// A requirement, topic or category of a plan.
    record Item(
            @NotBlank @Size(max = 255) String name,
            @Size(max = 2_000) String description,
            boolean active) {

        Item(String name, @Nullable String description, boolean active) {
            this.name = name;
            this.description = Objects.requireNonNullElse(description, "");
            this.active = active;
        }
    }
}
