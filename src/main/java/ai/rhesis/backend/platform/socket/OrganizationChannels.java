package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The channel of an organization, open to its members.
@Component
class OrganizationChannels implements ChannelKind {

    @Override
    public String name() {
        return "org";
    }

    @Override
    public boolean isOpen(UUID id) {
        return Tenant.current().organizationId().equals(id);
    }
}
