package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface MetricRepository extends TenantRepository<Metric> {

    /// A metric with what it points at.
    String VIEWS = """
            select new ai.rhesis.backend.metric.metric.MetricView(
                m, y.reference, b.reference, o.reference, s.reference, u.reference, w.reference, a.reference)
            from Metric m
            left join TypeLookup y on y.id = m.metricTypeId
            left join TypeLookup b on b.id = m.backendTypeId
            left join Model o on o.id = m.modelId
            left join Status s on s.id = m.statusId
            left join User u on u.id = m.userId
            left join User w on w.id = m.ownerId
            left join User a on a.id = m.assigneeId
            where m.id in :ids
            """;

    @Query(VIEWS)
    List<MetricView> findViews(Collection<UUID> ids);

    /// Finds only the living requirements, even where deleted metrics are shown.
    @Query("""
            select new ai.rhesis.backend.metric.metric.LinkedRequirement(l.metricId, r.reference)
            from RequirementMetric l
            join JudgedRequirement r on r.id = l.requirementId
            where l.metricId in :metricIds and r.deletedAt is null
            order by r.nameKey
            """)
    List<LinkedRequirement> findRequirements(Collection<UUID> metricIds);

    /// Finds metrics by id or name, the newest of a name first.
    @Query("from Metric m where m.id in :ids or m.nameKey in :nameKeys order by m.createdAt desc, m.id desc")
    List<Metric> findNamed(Collection<UUID> ids, Collection<String> nameKeys);

    /// Makes registrations of metrics wait for each other until the transaction ends.
    @Query(nativeQuery = true, value = """
            select 1
            from pg_advisory_xact_lock(hashtextextended('registered metrics ' || app.current_organization(), 0))
            """)
    int lockRegistrations();

    /// Finds the living metrics of connected programs, the oldest first.
    @Query("from Metric m where m.backend = 'sdk' and m.deletedAt is null order by m.createdAt, m.id")
    List<Metric> findOfPrograms();

    @Query("""
            select m
            from TestSetMetric l
            join Metric m on m.id = l.metricId
            where l.testSetId = :testSetId and m.deletedAt is null
            order by m.nameKey
            """)
    List<Metric> findOfTestSet(UUID testSetId);

    /// Finds the living metrics only, even where deleted requirements are shown.
    @Query("""
            select new ai.rhesis.backend.metric.metric.LinkedMetric(l.requirementId, m, y.reference, b.reference)
            from RequirementMetric l
            join Metric m on m.id = l.metricId
            left join TypeLookup y on y.id = m.metricTypeId
            left join TypeLookup b on b.id = m.backendTypeId
            where l.requirementId in :requirementIds and m.deletedAt is null
            order by m.nameKey
            """)
    List<LinkedMetric> findOfRequirements(Collection<UUID> requirementIds);

    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.requirement_metric (requirement_id, metric_id)
            values (:requirementId, :metricId)
            on conflict do nothing
            """)
    int linkToRequirement(UUID requirementId, UUID metricId);

    @Modifying
    @Query("delete from RequirementMetric l where l.requirementId = :requirementId and l.metricId = :metricId")
    int unlinkFromRequirement(UUID requirementId, UUID metricId);

    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.test_set_metric (test_set_id, metric_id)
            values (:testSetId, :metricId)
            on conflict do nothing
            """)
    int linkToTestSet(UUID testSetId, UUID metricId);

    @Modifying
    @Query("delete from TestSetMetric l where l.testSetId = :testSetId and l.metricId = :metricId")
    int unlinkFromTestSet(UUID testSetId, UUID metricId);
}
