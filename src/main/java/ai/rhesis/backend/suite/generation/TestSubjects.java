package ai.rhesis.backend.suite.generation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The requirements, categories and topics that tests are to be about. Without topics the model chooses.
public record TestSubjects(List<String> requirements, List<String> categories, List<String> topics) {

    /// Requirements where none are named.
    static final List<String> REQUIREMENTS = List.of("Reliability", "Robustness", "Compliance");

    /// Categories where none are named: what a system is for, and what it must withstand.
    static final List<String> CATEGORIES = List.of("Harmless", "Harmful");

    public TestSubjects {
        requirements = orElse(distinct(requirements), REQUIREMENTS);
        categories = orElse(distinct(categories), CATEGORIES);
        topics = distinct(topics);
    }

    public static TestSubjects of(
            @Nullable List<String> requirements, @Nullable List<String> categories, @Nullable List<String> topics) {
        return new TestSubjects(orNone(requirements), orNone(categories), orNone(topics));
    }

    /// Plans a number of tests: every combination where there are tests enough, else as many as there are tests, of
    /// which every requirement, category and topic has its share.
    List<CellState> plan(int tests) {
        int topicCount = Math.max(1, topics.size());
        int pairs = requirements.size() * categories.size();
        int cells = (int) Math.min((long) pairs * topicCount, tests);
        List<CellState> plan = new ArrayList<>();
        for (int place = 0; place < cells; place++) {
            int pair = diagonal(place, topicCount, pairs);
            Cell cell = new Cell(
                    requirements.get(pair % requirements.size()),
                    categories.get(diagonal(pair, requirements.size(), categories.size())),
                    topics.isEmpty() ? null : topics.get(place % topicCount));
            plan.add(CellState.of(cell, tests / cells + (place < tests % cells ? 1 : 0)));
        }
        return plan;
    }

    /// Returns the second coordinate of a place on a walk along the diagonals of a table: it meets each field once, and
    /// all rows and columns as early as it can.
    private static int diagonal(int place, int rows, int columns) {
        return (place + place / leastCommonMultiple(rows, columns)) % columns;
    }

    private static int leastCommonMultiple(int one, int other) {
        int divisor = one;
        for (int rest = other; rest != 0; ) {
            int next = divisor % rest;
            divisor = rest;
            rest = next;
        }
        return one / divisor * other;
    }

    private static List<String> orElse(List<String> named, List<String> standard) {
        return named.isEmpty() ? standard : named;
    }

    private static List<String> orNone(@Nullable List<String> names) {
        return names == null ? List.of() : names;
    }

    private static List<String> distinct(List<String> names) {
        Map<String, String> byKey = new LinkedHashMap<>();
        names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> byKey.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        return List.copyOf(byKey.values());
    }
}
