package ai.rhesis.backend.token;

import ai.rhesis.backend.persistence.TenantRepository;

interface TokenRepository extends TenantRepository<ApiToken> {}
