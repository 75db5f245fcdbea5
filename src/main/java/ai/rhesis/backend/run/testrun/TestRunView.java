package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.annotation.status.StatusLabel;
import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.integration.endpoint.EndpointReference;
import ai.rhesis.backend.platform.query.Joined;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.suite.testset.TestSetReference;
import org.jspecify.annotations.Nullable;

/// A run with what it points at, as far as that is living, and its counts.
public record TestRunView(
        TestRun run,
        @Nullable ConfigurationReference configuration,
        @Nullable TestSetReference testSet,
        @Nullable EndpointReference endpoint,
        @Nullable Reference model,
        StatusLabel shownStatus,
        @Nullable UserReference user,
        @Nullable UserReference owner,
        @Nullable UserReference assignee,
        RunCounts counts,
        Attached attached) {

    /// Creates the view from the columns of a query.
    public TestRunView(
            TestRun run,
            ConfigurationReference configuration,
            TestSetReference testSet,
            EndpointReference endpoint,
            @Nullable Reference model,
            @Nullable Reference status,
            @Nullable UserReference user,
            @Nullable UserReference owner,
            @Nullable UserReference assignee) {
        this(
                run,
                Joined.orNull(configuration),
                Joined.orNull(testSet),
                Joined.orNull(endpoint),
                model,
                StatusLabel.of(status, run.getState()),
                user,
                owner,
                assignee,
                RunCounts.NONE,
                Attached.NOTHING);
    }

    TestRunView with(RunCounts counted, Attached carried) {
        return new TestRunView(
                run, configuration, testSet, endpoint, model, shownStatus, user, owner, assignee, counted, carried);
    }

    /// Returns the same view with another name of the status.
    TestRunView shownAs(String name) {
        StatusLabel shown = new StatusLabel(shownStatus.id(), shownStatus.nanoId(), name);
        return new TestRunView(
                run, configuration, testSet, endpoint, model, shown, user, owner, assignee, counts, attached);
    }

    public TestRunStats stats() {
        return counts.stats();
    }

    ReviewCounts reviews() {
        return counts.reviews();
    }

    @Nullable
    Integer setSize() {
        return counts.setSize();
    }
}
