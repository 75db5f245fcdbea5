package ai.rhesis.backend.identity.token;

import ai.rhesis.backend.platform.persistence.TenantRepository;

interface TokenRepository extends TenantRepository<ApiToken> {}
