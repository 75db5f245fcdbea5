package ai.rhesis.backend.testcase;

import ai.rhesis.backend.classification.CategoryService;
import ai.rhesis.backend.classification.TopicService;
import ai.rhesis.backend.problem.Problem;
import ai.rhesis.backend.problem.Violation;
import ai.rhesis.backend.prompt.PromptService;
import ai.rhesis.backend.requirement.RequirementService;
import ai.rhesis.backend.typelookup.TypeLookup;
import ai.rhesis.backend.typelookup.TypeLookupService;
import ai.rhesis.backend.web.Change;
import ai.rhesis.backend.web.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns what a body names into ids, making what is new, and holds the rules on prompt, configuration and type.
@Component
class TestCaseLinking {

    private static final String MULTI_TURN = "Multi-Turn";
    private static final String SINGLE_TURN = "Single-Turn";

    private final TestCaseRepository tests;
    private final PromptService prompts;
    private final TypeLookupService lookups;
    private final CategoryService categories;
    private final TopicService topics;
    private final RequirementService requirements;

    TestCaseLinking(
            TestCaseRepository tests,
            PromptService prompts,
            TypeLookupService lookups,
            CategoryService categories,
            TopicService topics,
            RequirementService requirements) {
        this.tests = tests;
        this.prompts = prompts;
        this.lookups = lookups;
        this.categories = categories;
        this.topics = topics;
        this.requirements = requirements;
    }

    TestCaseLinks ofNew(TestCaseRequest request) {
        UUID given = request.promptId();
        TestPrompt prompt = given == null ? request.prompt() : null;
        return links(request, key -> false, given, prompt);
    }

    /// A prompt that says something else becomes a new one: results point at what was really said.
    TestCaseLinks ofChanged(TestCase test, TestCaseRequest request, Change<TestCaseRequest> change) {
        UUID given = request.promptId();
        boolean idSent = change.mentions("prompt_id");
        boolean otherGiven = given != null && !given.equals(test.getPromptId());
        if (otherGiven || !change.mentions("prompt")) {
            return links(request, change::mentions, given, null);
        }
        TestPrompt prompt = request.prompt();
        boolean same = prompt == null ? idSent : isSaidBy(test, prompt);
        return same
                ? links(request, change::mentions, idSent ? given : test.getPromptId(), null)
                : links(request, change::mentions, null, prompt);
    }

    private boolean isSaidBy(TestCase test, TestPrompt prompt) {
        UUID current = test.getPromptId();
        return current != null && tests.findPrompt(current).filter(prompt::says).isPresent();
    }

    private TestCaseLinks links(
            TestCaseRequest request, Predicate<String> sent, @Nullable UUID promptId, @Nullable TestPrompt prompt) {
        TypeLookup type = type(request, sent);
        requireComplete(request, promptId != null || prompt != null, type);
        return new TestCaseLinks(
                prompt == null
                        ? promptId
                        : prompts.create(prompt.toRequest()).prompt().getId(),
                type.getId(),
                idOf(
                        Named.chosen(request.categoryId(), sent.test("category_id"), request.category()),
                        categories::idOf),
                idOf(Named.chosen(request.topicId(), sent.test("topic_id"), request.topic()), topics::idOf),
                idOf(
                        Named.chosen(request.requirementId(), sent.test("requirement_id"), request.requirement()),
                        requirements::idOf));
    }

    private TypeLookup type(TestCaseRequest request, Predicate<String> sent) {
        Named chosen = Named.chosen(request.testTypeId(), sent.test("test_type_id"), request.testType());
        String usual = request.testConfiguration() == null ? SINGLE_TURN : MULTI_TURN;
        return lookups.require("TestType", chosen == null ? Named.of(usual) : chosen, "test_type");
    }

    private static void requireComplete(TestCaseRequest request, boolean hasPrompt, TypeLookup type) {
        TestConfiguration configuration = request.testConfiguration();
        List<Violation> broken = new ArrayList<>();
        if (configuration == null && type.getTypeValue().equals(MULTI_TURN)) {
            broken.add(violation("test_configuration", "is required of a test over several turns"));
        } else if (configuration == null && !hasPrompt) {
            broken.add(violation("prompt", "a test has a prompt or a test_configuration"));
        }
        if (configuration != null && configuration.endsBeforeItMay()) {
            broken.add(violation("test_configuration.min_turns", "must not exceed max_turns"));
        }
        if (!broken.isEmpty()) {
            throw Problem.invalid(broken).exception();
        }
    }

    private static Violation violation(String field, String message) {
        return Violation.ofBody(field, "value_error", message);
    }

    private static @Nullable UUID idOf(@Nullable Named chosen, Function<String, UUID> byName) {
        if (chosen == null) {
            return null;
        }
        return chosen.id() != null ? chosen.id() : byName.apply(String.valueOf(chosen.name()));
    }
}
