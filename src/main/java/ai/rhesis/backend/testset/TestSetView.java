package ai.rhesis.backend.testset;

import ai.rhesis.backend.query.Joined;
import ai.rhesis.backend.query.Reference;
import ai.rhesis.backend.tag.TagReference;
import ai.rhesis.backend.typelookup.TypeReference;
import ai.rhesis.backend.user.UserReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A test set with what it points at, its tags and what its tests are about.
public record TestSetView(
        TestSet set,
        @Nullable TypeReference testSetType,
        @Nullable Reference status,
        @Nullable UserReference user,
        @Nullable UserReference owner,
        @Nullable UserReference assignee,
        List<TagReference> tags,
        TestSetMetadata metadata) {

    /// As a query reads it.
    public TestSetView(
            TestSet set,
            TypeReference testSetType,
            Reference status,
            UserReference user,
            UserReference owner,
            UserReference assignee) {
        this(
                set,
                Joined.orNull(testSetType),
                Joined.orNull(status),
                Joined.orNull(user),
                Joined.orNull(owner),
                Joined.orNull(assignee),
                List.of(),
                TestSetMetadata.of(List.of()));
    }

    TestSetView with(List<TagReference> tags, TestSetMetadata metadata) {
        return new TestSetView(set, testSetType, status, user, owner, assignee, tags, metadata);
    }
}
