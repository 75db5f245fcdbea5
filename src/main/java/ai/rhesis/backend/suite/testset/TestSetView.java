package ai.rhesis.backend.suite.testset;

import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A test set with what it points at, what its tests are about and what it carries.
public record TestSetView(
        TestSet set,
        @Nullable TypeReference testSetType,
        @Nullable Reference status,
        @Nullable UserReference user,
        @Nullable UserReference owner,
        @Nullable UserReference assignee,
        TestSetMetadata metadata,
        Attached attached) {

    /// Makes a view as a query reads it.
    public TestSetView(
            TestSet set,
            @Nullable TypeReference testSetType,
            @Nullable Reference status,
            @Nullable UserReference user,
            @Nullable UserReference owner,
            @Nullable UserReference assignee) {
        this(set, testSetType, status, user, owner, assignee, TestSetMetadata.of(List.of()), Attached.NOTHING);
    }

    TestSetView with(TestSetMetadata content, Attached carried) {
        return new TestSetView(set, testSetType, status, user, owner, assignee, content, carried);
    }
}
