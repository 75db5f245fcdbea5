package ai.rhesis.backend.prompt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/// That a prompt belongs to a category, and at which place among its categories.
@Entity
@Immutable
@Table(name = "prompt_category")
@IdClass(PromptCategory.Key.class)
class PromptCategory {

    @TenantId
    @Column(updatable = false)
    private UUID organizationId;

    @Id
    private UUID promptId;

    @Id
    private UUID categoryId;

    private int position;

    protected PromptCategory() {}

    record Key(UUID promptId, UUID categoryId) {}
}
