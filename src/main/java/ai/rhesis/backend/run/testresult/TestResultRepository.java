package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;

interface TestResultRepository extends TenantRepository<TestResult> {

    @Query("""
            select new ai.rhesis.backend.run.testresult.TestResultView(t, r.reference, s.reference, u.reference)
            from TestResult t
            left join TestRun r on r.id = t.testRunId
            left join Status s on s.id = t.statusId
            left join User u on u.id = t.userId
            where t.id in :ids
            """)
    List<TestResultView> findViews(Collection<UUID> ids);

    /// Reads the next position in a run that a client keeps; null when there is no such run.
    @Query(nativeQuery = true, value = """
            update app.test_run
            set last_position = last_position + 1
            where id = :runId and not is_executed and deleted_at is null
            returning last_position
            """)
    @Nullable
    Long nextPosition(UUID runId);
}
