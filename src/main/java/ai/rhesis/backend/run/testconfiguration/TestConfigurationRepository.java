package ai.rhesis.backend.run.testconfiguration;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;

interface TestConfigurationRepository extends TenantRepository<TestConfiguration> {

    @Query("""
            select new ai.rhesis.backend.run.testconfiguration.TestConfigurationView(
                t, e.reference, m.reference, x.reference, c.reference, o.reference, s.reference, u.reference)
            from TestConfiguration t
            left join Endpoint e on e.id = t.endpointId
            left join Model m on m.id = t.modelId
            left join TestSet x on x.id = t.testSetId
            left join Category c on c.id = t.categoryId
            left join Topic o on o.id = t.topicId
            left join Status s on s.id = t.statusId
            left join User u on u.id = t.userId
            where t.id in :ids
            """)
    List<TestConfigurationView> findViews(Collection<UUID> ids);

    @Query(nativeQuery = true, value = """
            select exists (
                select 1
                from app.test_run r
                where r.test_configuration_id = :id and r.is_executed and r.state in ('Queued', 'Progress')
                  and r.deleted_at is null)
            """)
    boolean isExecuted(UUID id);
}
