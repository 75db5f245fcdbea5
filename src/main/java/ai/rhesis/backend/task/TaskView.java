package ai.rhesis.backend.task;

import ai.rhesis.backend.query.Joined;
import ai.rhesis.backend.query.Reference;
import ai.rhesis.backend.subject.Counts;
import ai.rhesis.backend.typelookup.TypeReference;
import ai.rhesis.backend.user.UserReference;
import org.jspecify.annotations.Nullable;

/// A task with its state, the people it concerns and what is about it.
record TaskView(
        Task task,
        @Nullable Reference status,
        @Nullable TypeReference priority,
        @Nullable UserReference user,
        @Nullable UserReference assignee,
        Counts counts) {

    /// As a query reads it.
    public TaskView(Task task, Reference status, TypeReference priority, UserReference user, UserReference assignee) {
        this(
                task,
                Joined.orNull(status),
                Joined.orNull(priority),
                Joined.orNull(user),
                Joined.orNull(assignee),
                Counts.NONE);
    }

    TaskView with(Counts counts) {
        return new TaskView(task, status, priority, user, assignee, counts);
    }
}
