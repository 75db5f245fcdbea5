package ai.rhesis.backend.annotation.typelookup;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface TypeLookupRepository extends TenantRepository<TypeLookup> {

    List<TypeLookup> findByTypeName(String typeName);

    Optional<TypeLookup> findByTypeNameAndTypeValueKey(String typeName, String typeValueKey);

    Optional<TypeLookup> findByTypeNameAndId(String typeName, UUID id);

    boolean existsByIdAndTypeName(UUID id, String typeName);

    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.type_lookup (id, type_name, type_value)
            values (:id, :typeName, :typeValue)
            on conflict (organization_id, type_name, value_key) where deleted_at is null do nothing
            """)
    void insertUnlessThere(UUID id, String typeName, String typeValue);
}
