package ai.rhesis.backend.testresult;

import ai.rhesis.backend.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;

interface TestResultRepository extends TenantRepository<TestResult> {

    @Query("""
            select new ai.rhesis.backend.testresult.TestResultView(
                t,
                new ai.rhesis.backend.query.Reference(r.id, r.nanoId, r.name),
                new ai.rhesis.backend.query.Reference(s.id, s.nanoId, s.name),
                new ai.rhesis.backend.user.UserReference(u.id, u.nanoId, u.name, u.email))
            from TestResult t
            left join TestRun r on r.id = t.testRunId
            left join Status s on s.id = t.statusId
            left join User u on u.id = t.userId
            where t.id in :ids
            """)
    List<TestResultView> findViews(Collection<UUID> ids);
}
