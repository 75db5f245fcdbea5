package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.annotation.typelookup.TypeLookup;
import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.web.body.Patch;
import ai.rhesis.backend.suite.prompt.PromptService;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The resolution of the names in a body to ids. New names are created.
@Component
class TestCaseLinking {

    private final TestCaseRepository tests;
    private final PromptService prompts;
    private final TypeLookupService lookups;
    private final SubjectResolution subjects;

    TestCaseLinking(
            TestCaseRepository tests, PromptService prompts, TypeLookupService lookups, SubjectResolution subjects) {
        this.tests = tests;
        this.prompts = prompts;
        this.lookups = lookups;
        this.subjects = subjects;
    }

    TestCaseLinks ofNew(TestCaseRequest request) {
        UUID given = request.promptId();
        TestPrompt prompt = given == null ? request.prompt() : null;
        return links(request, key -> false, given, prompt);
    }

    /// Resolves the links of a changed test. A changed prompt becomes a new one, because results point at the old
    /// one.
    TestCaseLinks ofChanged(TestCase test, TestCaseRequest request, Patch<TestCaseRequest> change) {
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
        TypeLookup type = lookups.require("TestType", request.wantedType(sent.test("test_type_id")), "test_type");
        List<Violation> broken = request.brokenRules(promptId != null || prompt != null, type);
        if (!broken.isEmpty()) {
            throw Problem.invalid(broken).exception();
        }
        return new TestCaseLinks(
                prompt == null
                        ? promptId
                        : prompts.create(prompt.toRequest()).prompt().getId(),
                type.getId(),
                subjects.resolve(List.of(SubjectNames.of(request, sent))).getFirst());
    }
}
