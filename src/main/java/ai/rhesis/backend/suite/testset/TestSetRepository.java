package ai.rhesis.backend.suite.testset;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface TestSetRepository extends TenantRepository<TestSet> {

    @Query("""
            select new ai.rhesis.backend.suite.testset.TestSetView(
                t, y.reference, s.reference, u.reference, w.reference, a.reference)
            from TestSet t
            left join TypeLookup y on y.id = t.testSetTypeId
            left join Status s on s.id = t.statusId
            left join User u on u.id = t.userId
            left join User w on w.id = t.ownerId
            left join User a on a.id = t.assigneeId
            where t.id in :ids
            """)
    List<TestSetView> findViews(Collection<UUID> ids);

    @Query("""
            select new ai.rhesis.backend.suite.testset.TestSetReference(
                t.id, t.nanoId, t.name, t.attributes, y.reference)
            from TestSet t
            left join TypeLookup y on y.id = t.testSetTypeId
            where t.id in :ids
            """)
    List<TestSetReference> findReferences(Collection<UUID> ids);

    /// Counts the living tests only, even where deleted sets are shown.
    @Query("""
            select new ai.rhesis.backend.suite.testset.TestSetContentView(h.testSetId, c.name, o.name, r.name, count(*))
            from TestSetEntry h
            join TestCase t on t.id = h.testId
            left join Category c on c.id = t.categoryId
            left join Topic o on o.id = t.topicId
            left join Requirement r on r.id = t.requirementId
            where h.testSetId in :ids and t.deletedAt is null
            group by h.testSetId, c.name, o.name, r.name
            """)
    List<TestSetContentView> findContents(Collection<UUID> ids);

    /// Looks among the deleted too, the living first, so that a deleted set is known to be gone.
    @Query(nativeQuery = true, value = """
            select s.id
            from app.test_set s
            where s.nano_id = :key or s.slug = :key
            order by s.deleted_at is not null, s.nano_id <> :key
            limit 1
            """)
    Optional<UUID> findIdByNanoIdOrSlug(String key);

    @Query(nativeQuery = true, value = """
            select s.id
            from app.test_set s
            where s.id = any(cast(:ids as uuid[])) and s.explorer_row and s.deleted_at is null
            """)
    Set<UUID> findExplorers(UUID[] ids);

    @Query(nativeQuery = true, value = """
            select s.id from app.test_set s where s.id = :id and s.deleted_at is null for no key update
            """)
    Optional<UUID> lockLiving(UUID id);

    /// Tells whether a set has this slug, in whatever project; others who ask wait until the transaction ends.
    @Query(nativeQuery = true, value = "select app.is_slug_taken(:slug)")
    boolean isSlugTaken(String slug);

    /// Finds those that are not living tests of the organization.
    @Query(nativeQuery = true, value = """
            select distinct n.id
            from unnest(cast(:testIds as uuid[])) as n (id)
            where not exists (select from app.test t where t.id = n.id and t.deleted_at is null)
            """)
    List<UUID> findUnknownTests(UUID[] testIds);

    /// Appends the tests that the set doesn't hold yet; the set is locked meanwhile.
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.test_set_test (test_set_id, test_id, position)
            select :testSetId, n.id, last.position + row_number() over (order by n.place)
            from (select u.id, min(u.place) as place
                  from unnest(cast(:testIds as uuid[])) with ordinality as u (id, place)
                  group by u.id) n
            cross join (select coalesce(max(h.position), -1) as position
                        from app.test_set_test h
                        where h.test_set_id = :testSetId) last
            where not exists (select from app.test_set_test h where h.test_set_id = :testSetId and h.test_id = n.id)
            on conflict do nothing
            """)
    int addTests(UUID testSetId, UUID[] testIds);

    @Modifying
    @Query(nativeQuery = true, value = """
            delete from app.test_set_test h
            where h.test_set_id = :testSetId and h.test_id = any(cast(:testIds as uuid[]))
            """)
    int removeTests(UUID testSetId, UUID[] testIds);
}
