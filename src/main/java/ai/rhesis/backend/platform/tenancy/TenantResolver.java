package ai.rhesis.backend.platform.tenancy;

import java.util.UUID;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.stereotype.Component;

/// The source of the organization for `@TenantId`: a second net below the row policies.
@Component
class TenantResolver implements CurrentTenantIdentifierResolver<UUID> {

    private static final UUID NOBODY = new UUID(0, 0);

    @Override
    public UUID resolveCurrentTenantIdentifier() {
        return Tenant.isBound() ? Tenant.current().organizationId() : NOBODY;
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
