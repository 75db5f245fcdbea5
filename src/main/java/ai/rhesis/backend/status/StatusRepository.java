package ai.rhesis.backend.status;

import ai.rhesis.backend.persistence.TenantRepository;

interface StatusRepository extends TenantRepository<Status> {}
