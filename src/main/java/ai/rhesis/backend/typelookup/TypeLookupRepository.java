package ai.rhesis.backend.typelookup;

import ai.rhesis.backend.persistence.TenantRepository;
import java.util.Optional;

interface TypeLookupRepository extends TenantRepository<TypeLookup> {

    Optional<TypeLookup> findByTypeNameAndValueKey(String typeName, String valueKey);
}
