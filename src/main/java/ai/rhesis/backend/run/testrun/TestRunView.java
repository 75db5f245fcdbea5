package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Joined;
import ai.rhesis.backend.platform.query.Reference;
import org.jspecify.annotations.Nullable;

/// A run with what it points at, as far as that is living, and its counts.
public record TestRunView(
        TestRun run,
        @Nullable Reference testSet,
        @Nullable Reference endpoint,
        @Nullable Reference model,
        @Nullable Reference status,
        @Nullable UserReference user,
        @Nullable UserReference owner,
        @Nullable UserReference assignee,
        TestRunStats stats,
        Attached attached) {

    /// As a query reads it.
    public TestRunView(
            TestRun run,
            Reference testSet,
            Reference endpoint,
            Reference model,
            Reference status,
            UserReference user,
            UserReference owner,
            UserReference assignee) {
        this(
                run,
                Joined.orNull(testSet),
                Joined.orNull(endpoint),
                Joined.orNull(model),
                Joined.orNull(status),
                Joined.orNull(user),
                Joined.orNull(owner),
                Joined.orNull(assignee),
                TestRunStats.NONE,
                Attached.NOTHING);
    }

    TestRunView with(TestRunStats counted, Attached carried) {
        return new TestRunView(run, testSet, endpoint, model, status, user, owner, assignee, counted, carried);
    }
}
