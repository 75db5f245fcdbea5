package ai.rhesis.backend.suite.testset;

import ai.rhesis.backend.annotation.subject.Counts;
import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import ai.rhesis.backend.suite.testcase.PassRule;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A test set as a client reads it.
public record TestSetResponse(
        Identity identity,
        String name,
        @Nullable String description,
        @Nullable String shortDescription,
        String slug,
        UUID testSetTypeId,
        @Nullable TypeReference testSetType,
        @Nullable UUID statusId,
        @Nullable Reference status,
        @Nullable UUID projectId,
        @Nullable UserReference user,
        @Nullable UUID ownerId,
        @Nullable UserReference owner,
        @Nullable UUID assigneeId,
        @Nullable UserReference assignee,
        @Nullable Integer priority,
        Map<String, @Nullable Object> attributes,
        @Nullable Integer repetitions,
        @Nullable PassRule passRule,
        List<TagReference> tags,
        Counts counts)
        implements Identified {

    public static TestSetResponse of(TestSetView view) {
        TestSet set = view.set();
        return new TestSetResponse(
                Identity.of(set),
                set.getName(),
                set.getDescription(),
                set.getShortDescription(),
                set.getSlug(),
                set.getTestSetTypeId(),
                view.testSetType(),
                set.getStatusId(),
                view.status(),
                set.getProjectId(),
                view.user(),
                set.getOwnerId(),
                view.owner(),
                set.getAssigneeId(),
                view.assignee(),
                set.getPriority(),
                view.metadata().within(set.getAttributes()),
                set.getRepetitions(),
                set.getPassRule(),
                view.attached().tags(),
                view.attached().counts());
    }
}
