package ai.rhesis.backend.project;

import ai.rhesis.backend.persistence.TenantRepository;

interface ProjectRepository extends TenantRepository<Project> {}
