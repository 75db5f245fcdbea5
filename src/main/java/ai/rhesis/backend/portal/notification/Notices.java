package ai.rhesis.backend.portal.notification;

import ai.rhesis.backend.annotation.task.TaskAssigned;
import ai.rhesis.backend.run.testrun.RunEnded;
import ai.rhesis.backend.suite.setgeneration.GenerationEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The events that people are told of, each within the transaction in which it happens.
@Component
class Notices {

    private final NotificationService notifications;
    private final NoticeQueries rows;

    Notices(NotificationService notifications, NoticeQueries rows) {
        this.notifications = notifications;
        this.rows = rows;
    }

    /// Tells the starter of a run, unless they switched that off or somebody stopped the run.
    @EventListener
    void tell(RunEnded end) {
        if (!end.isCancelled()) {
            notifications.give(id -> rows.insertOfRun(id, end.runId()));
        }
    }

    /// Tells the starter of a generation that it ended, unless somebody stopped it.
    @EventListener
    void tell(GenerationEnded end) {
        notifications.give(id -> rows.insertOfGeneration(id, end.generationId()));
    }

    @EventListener
    void tell(TaskAssigned task) {
        notifications.give(id -> rows.insertOfTask(id, task));
    }
}
