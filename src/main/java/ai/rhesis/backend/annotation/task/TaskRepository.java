package ai.rhesis.backend.annotation.task;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;

interface TaskRepository extends TenantRepository<Task> {

    Optional<Task> findById(UUID id);

    @Query("""
            select new ai.rhesis.backend.annotation.task.TaskView(
                t, s.reference, p.reference, u.reference, a.reference)
            from Task t
            left join Status s on s.id = t.statusId
            left join TypeLookup p on p.id = t.priorityId
            left join User u on u.id = t.userId
            left join User a on a.id = t.assigneeId
            where t.id in :ids
            """)
    List<TaskView> findViews(Collection<UUID> ids);
}
