package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.suite.importing.mapping.Issue;
import ai.rhesis.backend.suite.importing.mapping.TestDraft;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A row as it came out of its mapping.
///
/// @param position its place among the rows, from 0
/// @param number where a person finds it in the file
/// @param test the body that would create the test, with its tags
record ImportRow(int position, int number, JsonNode test, List<Issue> errors, List<Issue> warnings) {

    List<String> tags() {
        return test.path(TestDraft.TAGS).values().stream()
                .map(JsonNode::asString)
                .distinct()
                .toList();
    }

    boolean isBad() {
        return !errors.isEmpty();
    }
}
