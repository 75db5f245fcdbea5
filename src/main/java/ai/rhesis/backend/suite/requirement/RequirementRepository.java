package ai.rhesis.backend.suite.requirement;

import ai.rhesis.backend.platform.persistence.NamedId;
import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface RequirementRepository extends TenantRepository<Requirement> {

    /// Finds requirements with who made them.
    @Query("""
            select new ai.rhesis.backend.suite.requirement.RequirementView(r, u.reference)
            from Requirement r
            left join User u on u.id = r.userId
            where r.id in :ids
            """)
    List<RequirementView> findViews(Collection<UUID> ids);

    /// Finds the ids of the names that exist, ignoring case.
    @Query(nativeQuery = true, value = """
            with wanted as materialized (
                select w.name, lower(w.name) as name_key
                from unnest(cast(:names as text[])) as w (name))
            select w.name, x.id
            from wanted w
            join app.requirement x on x.name_key = w.name_key and x.deleted_at is null
            """)
    List<NamedId> findIds(String[] names);

    /// Inserts the missing ones in one order, so that no two callers wait for each other.
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.requirement (id, name)
            select n.id, n.name
            from unnest(cast(:ids as uuid[]), cast(:names as text[])) as n (id, name)
            order by lower(n.name), n.id
            on conflict (organization_id, name_key) where deleted_at is null do nothing
            """)
    void insertUnlessThere(UUID[] ids, String[] names);
}
