package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.annotation.typelookup.TypeLookup;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.tenancy.InScope;
import ai.rhesis.backend.platform.web.body.NamedReference;
import ai.rhesis.backend.suite.prompt.PromptRequest;
import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A test as a client writes it.
///
/// @param requirement under its old name `behavior` too
/// @param repetitions how often a run repeats it; without it, what the set or the execution says
/// @param passRule how many of them must pass; without it, likewise
/// @param metadata the other name of `test_metadata`; counts when it is not empty, as old clients always send it
public record TestCaseRequest(
        @Nullable UUID id,
        @Size(max = 255) @Nullable String name,
        @Nullable String description,
        @Nullable UUID promptId,
        @Valid @Nullable TestPrompt prompt,
        @Valid @Nullable MultiTurnConfiguration testConfiguration,
        @Nullable UUID testTypeId,
        @Valid @Nullable NamedReference testType,
        @Nullable UUID categoryId,
        @Valid @Nullable NamedReference category,
        @Nullable UUID topicId,
        @Valid @Nullable NamedReference topic,
        @Nullable UUID requirementId,
        @JsonAlias("behavior") @Valid @Nullable NamedReference requirement,
        @InScope @Nullable UUID projectId,
        @Nullable UUID parentId,
        @Nullable UUID statusId,
        @Nullable UUID ownerId,
        @Nullable UUID assigneeId,
        @Min(0) @Max(3) @Nullable Integer priority,
        @Nullable Map<String, @Nullable Object> testMetadata,
        @Nullable Map<String, @Nullable Object> metadata,
        @Min(1) @Max(PassRule.MAX_REPETITIONS) @Nullable Integer repetitions,
        @Nullable PassRule passRule) {

    private static final String MULTI_TURN = "Multi-Turn";
    private static final String SINGLE_TURN = "Single-Turn";

    /// Returns the test as a request. What a body may also name stands there as an object, so that an id of the body
    /// goes before it.
    static TestCaseRequest of(TestCase test) {
        return new TestCaseRequest(
                test.getId(),
                test.getName(),
                test.getDescription(),
                test.getPromptId(),
                null,
                test.getTestConfiguration(),
                null,
                NamedReference.of(test.getTestTypeId()),
                null,
                NamedReference.of(test.getCategoryId()),
                null,
                NamedReference.of(test.getTopicId()),
                null,
                NamedReference.of(test.getRequirementId()),
                test.getProjectId(),
                test.getParentId(),
                test.getStatusId(),
                test.getOwnerId(),
                test.getAssigneeId(),
                test.getPriority(),
                test.getTestMetadata(),
                null,
                test.getRepetitions(),
                test.getPassRule());
    }

    /// Creates a test that says something once.
    public static TestCaseRequest saying(String content, Map<String, ? extends @Nullable Object> metadata) {
        return new TestCaseRequest(
                null,
                null,
                null,
                null,
                new TestPrompt(content, PromptRequest.DEFAULT_LANGUAGE, null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new LinkedHashMap<>(metadata),
                null,
                null,
                null);
    }

    /// Returns the type that the body asks for; without one, the content decides.
    public NamedReference wantedType(boolean idSent) {
        NamedReference chosen = NamedReference.chosen(testTypeId, idSent, testType);
        return chosen == null ? NamedReference.of(testConfiguration == null ? SINGLE_TURN : MULTI_TURN) : chosen;
    }

    /// Checks the rules on prompt, configuration and type together.
    public List<Violation> brokenRules(boolean hasPrompt, TypeLookup type) {
        List<Violation> broken = new ArrayList<>();
        if (testConfiguration == null && type.getTypeValue().equals(MULTI_TURN)) {
            broken.add(violation("test_configuration", "is required of a test over several turns"));
        } else if (testConfiguration == null && !hasPrompt) {
            broken.add(violation("prompt", "a test has a prompt or a test_configuration"));
        }
        if (testConfiguration != null && testConfiguration.endsBeforeItMay()) {
            broken.add(violation("test_configuration.min_turns", "must not exceed max_turns"));
        }
        return broken;
    }

    private static Violation violation(String field, String message) {
        return Violation.ofBody(field, "value_error", message);
    }

    @Nullable
    Map<String, @Nullable Object> allMetadata() {
        return metadata == null || metadata.isEmpty() ? testMetadata : metadata;
    }
}
