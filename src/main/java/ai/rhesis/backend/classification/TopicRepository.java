package ai.rhesis.backend.classification;

import ai.rhesis.backend.persistence.NamedId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface TopicRepository extends ClassificationRepository<Topic> {

    @Override
    @Query(nativeQuery = true, value = """
            with wanted as materialized (
                select w.name, lower(w.name) as name_key
                from unnest(cast(:names as text[])) as w (name))
            select w.name, x.id
            from wanted w
            join app.topic x on x.name_key = w.name_key and x.entity_type_id = :entityTypeId and x.deleted_at is null
            """)
    List<NamedId> findIds(String[] names, UUID entityTypeId);

    @Override
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.topic (id, name, entity_type_id)
            select n.id, n.name, :entityTypeId
            from unnest(cast(:ids as uuid[]), cast(:names as text[])) as n (id, name)
            order by lower(n.name), n.id
            on conflict (organization_id, name_key, entity_type_id) where deleted_at is null do nothing
            """)
    void insertUnlessThere(UUID[] ids, String[] names, UUID entityTypeId);

    @Override
    @Query(nativeQuery = true, value = "select parent_id from app.topic where id = :id for no key update")
    @Nullable
    UUID lockParentOf(UUID id);
}
