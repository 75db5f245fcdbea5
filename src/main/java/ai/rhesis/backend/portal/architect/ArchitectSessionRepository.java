package ai.rhesis.backend.portal.architect;

import ai.rhesis.backend.platform.persistence.TenantRepository;

interface ArchitectSessionRepository extends TenantRepository<ArchitectSession> {}
