package ai.rhesis.backend.metric.assertion;

import ai.rhesis.backend.platform.compute.TextSearch;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The assertions that an output is, begins with, contains or matches given texts.
final class Containment {

    private Containment() {}

    /// Compares the whole output, to the letter; a value that is a JSON object or array is compared as JSON too.
    static Check equal(Terms terms) {
        String value = terms.requiredValue();
        JsonNode json = JsonTexts.parse(value);
        JsonNode structure = json != null && json.isContainer() ? json : null;
        return Check.ofText(output -> {
            boolean equal =
                    output.equals(value) || structure != null && JsonTexts.areEqual(structure, JsonTexts.parse(output));
            return AssertionResult.of(equal, "equals", "does not equal", value);
        });
    }

    static Check startsWith(Terms terms) {
        String value = terms.requiredValue();
        return Check.ofText(
                output -> AssertionResult.of(output.startsWith(value), "starts with", "does not start with", value));
    }

    static Check contains(Terms terms) {
        return one(terms.requiredValue(), UnaryOperator.identity());
    }

    static Check containsInAnyCase(Terms terms) {
        return one(terms.requiredValue(), OutputText::lower);
    }

    static Check containsAny(Terms terms) {
        return any(ValueList.of(terms.requiredValue()), UnaryOperator.identity());
    }

    static Check containsAnyInAnyCase(Terms terms) {
        return any(ValueList.of(terms.requiredValue()), OutputText::lower);
    }

    static Check containsAll(Terms terms) {
        return all(ValueList.of(terms.requiredValue()), UnaryOperator.identity());
    }

    static Check containsAllInAnyCase(Terms terms) {
        return all(ValueList.of(terms.requiredValue()), OutputText::lower);
    }

    static Check matches(Terms terms) {
        String expression = terms.requiredValue();
        BoundedPattern pattern = BoundedPattern.of(expression);
        return Check.ofText(
                output -> AssertionResult.of(pattern.isFoundIn(output), "matches", "does not match", expression));
    }

    private static boolean isIn(String output, String value) {
        return TextSearch.contains(output, value, AssertionBudget.budget());
    }

    private static Check one(String value, UnaryOperator<String> inCase) {
        return Check.ofText(output -> AssertionResult.of(
                isIn(inCase.apply(output), inCase.apply(value)), "contains", "does not contain", value));
    }

    private static Check any(List<String> values, UnaryOperator<String> inCase) {
        return Check.ofText(output -> {
            String searched = inCase.apply(output);
            boolean found = values.stream().anyMatch(value -> isIn(searched, inCase.apply(value)));
            return AssertionResult.of(found, "contains one of", "contains none of", String.join(", ", values));
        });
    }

    private static Check all(List<String> values, UnaryOperator<String> inCase) {
        return Check.ofText(output -> {
            String searched = inCase.apply(output);
            String missing = values.stream()
                    .filter(value -> !isIn(searched, inCase.apply(value)))
                    .collect(Collectors.joining(", "));
            return missing.isEmpty()
                    ? AssertionResult.of(true, "The output contains all values")
                    : AssertionResult.of(false, "contains", "lacks", missing);
        });
    }
}
