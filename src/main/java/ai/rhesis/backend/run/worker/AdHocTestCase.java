package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.run.start.Scripts;
import ai.rhesis.backend.suite.prompt.PromptReference;
import ai.rhesis.backend.suite.testcase.MultiTurnConfiguration;
import ai.rhesis.backend.suite.testcase.StoredTestCase;
import ai.rhesis.backend.suite.testcase.TestCaseView;
import ai.rhesis.backend.suite.testcase.TestPrompt;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The test of an ad hoc run, stored or not.
record AdHocTestCase(
        @Nullable UUID testId,
        @Nullable UUID promptId,
        @Nullable UUID requirementId,
        @Nullable String input,
        @Nullable String expected,
        @Nullable MultiTurnConfiguration configuration,
        @Nullable JsonNode context) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static AdHocTestCase of(TestCaseView view) {
        StoredTestCase test = view.test();
        PromptReference prompt = view.prompt();
        boolean isMultiTurn = prompt == null
                || (view.testType() != null && view.testType().typeValue().equalsIgnoreCase("Multi-Turn"));
        return new AdHocTestCase(
                test.id(),
                test.promptId(),
                test.requirementId(),
                prompt == null ? null : prompt.content(),
                prompt == null ? null : prompt.expectedResponse(),
                isMultiTurn ? test.testConfiguration() : null,
                context(test.testMetadata()));
    }

    static AdHocTestCase of(AdHocRunRequest request) {
        TestPrompt prompt = request.prompt();
        return new AdHocTestCase(
                null,
                null,
                request.requirementId(),
                prompt == null ? null : prompt.content(),
                prompt == null ? null : prompt.expectedResponse(),
                prompt == null ? request.testConfiguration() : null,
                null);
    }

    private static @Nullable JsonNode context(@Nullable Map<String, @Nullable Object> metadata) {
        Object context = metadata == null ? null : metadata.get("context");
        return context == null ? null : JSON.valueToTree(context);
    }

    Item item(List<MetricSnapshot> metrics, Scripts scripts) {
        return new Item(
                BaseEntity.newId(),
                input,
                expected,
                configuration == null ? null : scripts.of(configuration),
                context,
                metrics.stream().map(MetricSnapshot::id).toList(),
                null,
                ItemFiles.NONE,
                null);
    }
}
