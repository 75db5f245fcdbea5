package ai.rhesis.backend.annotation.task;

import ai.rhesis.backend.annotation.subject.Counts;
import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Reference;
import org.jspecify.annotations.Nullable;

/// A task with its state, the people it concerns and what is about it.
record TaskView(
        Task task,
        @Nullable Reference status,
        @Nullable TypeReference priority,
        @Nullable UserReference user,
        @Nullable UserReference assignee,
        Counts counts) {

    /// Makes the view from the columns of a query.
    public TaskView(
            Task task,
            @Nullable Reference status,
            @Nullable TypeReference priority,
            @Nullable UserReference user,
            @Nullable UserReference assignee) {
        this(task, status, priority, user, assignee, Counts.NONE);
    }

    TaskView with(Counts counts) {
        return new TaskView(task, status, priority, user, assignee, counts);
    }
}
