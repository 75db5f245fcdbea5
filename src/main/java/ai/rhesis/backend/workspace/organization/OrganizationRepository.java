package ai.rhesis.backend.workspace.organization;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;

interface OrganizationRepository extends TenantRepository<Organization> {

    /// Makes the organization with its first owner and its lookups; false when the account has one already.
    @Query(nativeQuery = true, value = "select app.create_organization(:account, :id, :name, :slug)")
    boolean found(UUID account, UUID id, String name, String slug);
}
