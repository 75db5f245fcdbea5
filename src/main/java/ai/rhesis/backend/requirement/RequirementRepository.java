package ai.rhesis.backend.requirement;

import ai.rhesis.backend.persistence.TenantRepository;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface RequirementRepository extends TenantRepository<Requirement> {

    @Query("select r.id from Requirement r where r.nameKey = lower(:name)")
    Optional<UUID> findId(String name);

    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.requirement (id, name)
            values (:id, :name)
            on conflict (organization_id, name_key) where deleted_at is null do nothing
            """)
    void insertUnlessThere(UUID id, String name);
}
