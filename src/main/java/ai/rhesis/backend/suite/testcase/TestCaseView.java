package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Joined;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.suite.prompt.PromptReference;
import org.jspecify.annotations.Nullable;

/// A test with what it points at, as far as that is living, and what it carries.
public record TestCaseView(
        TestCase test,
        @Nullable PromptReference prompt,
        @Nullable TypeReference testType,
        @Nullable Reference category,
        @Nullable Reference topic,
        @Nullable Reference requirement,
        @Nullable Reference status,
        @Nullable UserReference user,
        @Nullable UserReference owner,
        @Nullable UserReference assignee,
        Attached attached,
        @Nullable QuarantineView quarantine) {

    /// Makes a view as a query reads it.
    public TestCaseView(
            TestCase test,
            PromptReference prompt,
            TypeReference testType,
            Reference category,
            Reference topic,
            Reference requirement,
            Reference status,
            UserReference user,
            UserReference owner,
            UserReference assignee) {
        this(
                test,
                Joined.orNull(prompt),
                Joined.orNull(testType),
                Joined.orNull(category),
                Joined.orNull(topic),
                Joined.orNull(requirement),
                Joined.orNull(status),
                Joined.orNull(user),
                Joined.orNull(owner),
                Joined.orNull(assignee),
                Attached.NOTHING,
                null);
    }

    TestCaseView with(Attached carried, @Nullable QuarantineView kept) {
        return new TestCaseView(
                test, prompt, testType, category, topic, requirement, status, user, owner, assignee, carried, kept);
    }
}
