package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.suite.prompt.PromptReference;
import org.jspecify.annotations.Nullable;

/// A test with what it points at, as far as that is living, and what it carries.
public record TestCaseView(
        StoredTestCase test,
        @Nullable PromptReference prompt,
        @Nullable TypeReference testType,
        @Nullable Reference category,
        @Nullable Reference topic,
        @Nullable Reference requirement,
        @Nullable Reference status,
        @Nullable UserReference user,
        @Nullable UserReference owner,
        @Nullable UserReference assignee,
        @Nullable QuarantineView quarantine,
        Attached attached) {}
