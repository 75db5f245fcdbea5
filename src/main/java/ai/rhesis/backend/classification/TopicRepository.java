package ai.rhesis.backend.classification;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface TopicRepository extends ClassificationRepository<Topic> {

    @Override
    @Query("select c.id from Topic c where c.nameKey = lower(:name) and c.entityTypeId = :entityTypeId")
    Optional<UUID> findId(String name, UUID entityTypeId);

    @Override
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.topic (id, name, entity_type_id)
            values (:id, :name, :entityTypeId)
            on conflict (organization_id, name_key, entity_type_id) where deleted_at is null do nothing
            """)
    void insertUnlessThere(UUID id, String name, UUID entityTypeId);

    @Override
    @Query(nativeQuery = true, value = "select parent_id from app.topic where id = :id for no key update")
    @Nullable
    UUID lockParentOf(UUID id);
}
