package ai.rhesis.backend.typelookup;

import ai.rhesis.backend.persistence.TenantRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface TypeLookupRepository extends TenantRepository<TypeLookup> {

    List<TypeLookup> findByTypeName(String typeName);

    Optional<TypeLookup> findByTypeNameAndTypeValueKey(String typeName, String typeValueKey);

    Optional<TypeLookup> findByTypeNameAndId(String typeName, UUID id);

    boolean existsByIdAndTypeName(UUID id, String typeName);
}
