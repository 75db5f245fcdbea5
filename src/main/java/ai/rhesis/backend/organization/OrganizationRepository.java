package ai.rhesis.backend.organization;

import ai.rhesis.backend.persistence.TenantRepository;

interface OrganizationRepository extends TenantRepository<Organization> {}
