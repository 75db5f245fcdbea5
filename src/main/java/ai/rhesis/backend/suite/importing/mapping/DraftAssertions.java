package ai.rhesis.backend.suite.importing.mapping;

import ai.rhesis.backend.suite.fileformat.Column;
import ai.rhesis.backend.suite.fileformat.PromptfooAssertion;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The assertions of a draft, from all of its columns.
final class DraftAssertions {

    private static final String EXPECTED = Column.EXPECTED_RESPONSE.header();

    private final List<JsonNode> assertions = new ArrayList<>();

    /// Adds one assertion or a list of them.
    void add(JsonNode value) {
        assertions.addAll(value.isArray() ? value.values() : List.of(value));
    }

    /// Keeps them in the metadata of the test, and what the first compares with as the expected response.
    ///
    /// @param isExplicit whether the file says that nothing is expected
    void finish(ObjectNode test, boolean isExplicit) {
        if (assertions.isEmpty()) {
            return;
        }
        if (!PromptfooAssertion.isBareReference(assertions)) {
            test.withObject("/" + TestDraft.METADATA)
                    .set("assert", JsonNodeFactory.instance.arrayNode().addAll(assertions));
        }
        String reference = PromptfooAssertion.reference(assertions);
        boolean hasReference = isExplicit || test.path(TestDraft.PROMPT).has(EXPECTED);
        if (reference != null && !hasReference) {
            test.withObject("/" + TestDraft.PROMPT).put(EXPECTED, reference);
        }
    }
}
