package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;

interface TestRunRepository extends TenantRepository<TestRun> {

    /// Everything that is shown of runs, but for what is counted.
    String VIEWS = """
            select new ai.rhesis.backend.run.testrun.TestRunView(
                r,
                new ai.rhesis.backend.run.testrun.ConfigurationReference(c.id, c.userId, c.attributes),
                new ai.rhesis.backend.suite.testset.TestSetReference(
                    x.id, x.nanoId, x.name, x.attributes, y.reference),
                new ai.rhesis.backend.integration.endpoint.EndpointReference(
                    e.id, e.nanoId, e.name, e.connectionType, e.environment, p.reference),
                m.reference, s.reference, u.reference, w.reference, a.reference)
            from TestRun r
            left join TestConfiguration c on c.id = r.testConfigurationId
            left join TestSet x on x.id = r.testSetId
            left join TypeLookup y on y.id = x.testSetTypeId
            left join Endpoint e on e.id = r.endpointId
            left join Project p on p.id = e.projectId
            left join Model m on m.id = r.modelId
            left join Status s on s.id = r.statusId
            left join User u on u.id = r.userId
            left join User w on w.id = r.ownerId
            left join User a on a.id = r.assigneeId
            where r.id in :ids
            """;

    @Query(VIEWS)
    List<TestRunView> findViews(Collection<UUID> ids);

    @Query("select r.id from TestRun r where r.experimentId = :experimentId order by r.createdAt desc, r.id desc")
    List<UUID> findIdsOfExperiment(UUID experimentId, Limit limit);

    @Query("select r from TestRun r where r.id = :id")
    Optional<TestRun> findById(UUID id);

    @Query("""
            select r.id
            from TestRun r
            where r.testSetId = :testSetId
              and (r.endpointId = :targetId or r.modelId = :targetId)
              and r.state in (COMPLETED, PARTIAL, FAILED)
            order by r.createdAt desc, r.id desc
            limit 1
            """)
    Optional<UUID> findLastFinished(UUID testSetId, UUID targetId);

    @Query(
            "select r.id from TestRun r where r.userId = :userId and r.isExecuted = true and r.state in (QUEUED, PROGRESS)")
    List<UUID> findOpenOf(UUID userId);
}
