package ai.rhesis.backend.integration.tool;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;

interface ToolRepository extends TenantRepository<Tool> {

    Optional<Tool> findById(UUID id);

    @Query("""
            select new ai.rhesis.backend.integration.tool.ToolView(t, y.reference)
            from Tool t
            left join TypeLookup y on y.id = t.toolProviderTypeId
            where t.id in :ids
            """)
    List<ToolView> findViews(Collection<UUID> ids);
}
