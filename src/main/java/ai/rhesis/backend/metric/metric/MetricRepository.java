package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface MetricRepository extends TenantRepository<Metric> {

    @Query("""
            select new ai.rhesis.backend.metric.metric.MetricView(
                m,
                new ai.rhesis.backend.annotation.typelookup.TypeReference(y.id, y.nanoId, y.typeName, y.typeValue),
                new ai.rhesis.backend.annotation.typelookup.TypeReference(b.id, b.nanoId, b.typeName, b.typeValue),
                new ai.rhesis.backend.platform.query.Reference(o.id, o.nanoId, o.name),
                new ai.rhesis.backend.identity.user.UserReference(
                    u.id, u.nanoId, u.name, u.givenName, u.familyName, u.email, u.picture, u.organizationId))
            from Metric m
            left join TypeLookup y on y.id = m.metricTypeId
            left join TypeLookup b on b.id = m.backendTypeId
            left join Model o on o.id = m.modelId
            left join User u on u.id = m.userId
            where m.id in :ids
            """)
    List<MetricView> findViews(Collection<UUID> ids);

    @Query("from Metric m where m.id in :ids or m.nameKey in :nameKeys")
    List<Metric> findNamed(Collection<UUID> ids, Collection<String> nameKeys);

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
            select new ai.rhesis.backend.metric.metric.LinkedMetric(l.requirementId, m)
            from RequirementMetric l
            join Metric m on m.id = l.metricId
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
