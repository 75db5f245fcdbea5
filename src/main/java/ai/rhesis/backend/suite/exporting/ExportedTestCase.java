package ai.rhesis.backend.suite.exporting;

import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.suite.fileformat.Column;
import ai.rhesis.backend.suite.prompt.PromptReference;
import ai.rhesis.backend.suite.testcase.MultiTurnConfiguration;
import ai.rhesis.backend.suite.testcase.StoredTestCase;
import ai.rhesis.backend.suite.testcase.TestCaseView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A test without what only this organization can know it by: no ids, no owner, but everything that it says.
record ExportedTestCase(TestCaseView view) {

    StoredTestCase test() {
        return view.test();
    }

    @Nullable
    PromptReference prompt() {
        return view.prompt();
    }

    List<String> tags() {
        return view.attached().tags().stream().map(TagReference::name).toList();
    }

    /// Returns the body that would create the test, with its tags and its status by name; absent is left out.
    Map<String, Object> body() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put(Column.NAME.header(), test().name());
        body.put(Column.DESCRIPTION.header(), test().description());
        PromptReference prompt = prompt();
        body.put("prompt", prompt == null ? null : body(prompt));
        body.putAll(own());
        body.put(Column.METADATA.header(), test().testMetadata());
        return present(body);
    }

    /// Collects the parts that other tools have no place for.
    Map<String, Object> own() {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        own.put(
                Column.TEST_TYPE.header(),
                view.testType() == null ? null : view.testType().typeValue());
        own.put(Column.CATEGORY.header(), name(view.category()));
        own.put(Column.TOPIC.header(), name(view.topic()));
        own.put(Column.REQUIREMENT.header(), name(view.requirement()));
        own.put(Column.PRIORITY.header(), test().priority());
        own.put(Column.STATUS.header(), name(view.status()));
        own.put(Column.TAGS.header(), tags().isEmpty() ? null : tags());
        MultiTurnConfiguration configuration = test().testConfiguration();
        own.put("test_configuration", configuration == null ? null : body(configuration));
        return present(own);
    }

    private static Map<String, Object> body(PromptReference prompt) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("content", prompt.content());
        body.put(Column.EXPECTED_RESPONSE.header(), prompt.expectedResponse());
        body.put(Column.LANGUAGE_CODE.header(), prompt.languageCode());
        return present(body);
    }

    private static Map<String, Object> body(MultiTurnConfiguration configuration) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put(Column.GOAL.header(), configuration.goal());
        body.put(Column.INSTRUCTIONS.header(), configuration.instructions());
        body.put(Column.RESTRICTIONS.header(), configuration.restrictions());
        body.put(Column.SCENARIO.header(), configuration.scenario());
        body.put(Column.CONTEXT.header(), configuration.context());
        body.put(Column.MIN_TURNS.header(), configuration.minTurns());
        body.put(Column.MAX_TURNS.header(), configuration.maxTurns());
        return present(body);
    }

    static @Nullable String name(@Nullable Reference reference) {
        return reference == null ? null : reference.name();
    }

    static Map<String, Object> present(Map<String, @Nullable Object> all) {
        Map<String, Object> present = new LinkedHashMap<>();
        all.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value);
            }
        });
        return present;
    }
}
