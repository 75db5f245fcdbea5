package ai.rhesis.backend.suite.prompttemplate;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;

interface PromptTemplateRepository extends TenantRepository<PromptTemplate> {

    /// Locks a template and reads its parent.
    @Query(nativeQuery = true, value = "select t.parent_id from app.prompt_template t where t.id = :id for update")
    List<UUID> lockParentOf(UUID id);
}
