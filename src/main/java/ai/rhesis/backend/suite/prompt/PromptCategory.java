package ai.rhesis.backend.suite.prompt;

import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;
import ai.rhesis.backend.platform.query.Reach;
import ai.rhesis.backend.suite.classification.Category;
import ai.rhesis.backend.suite.classification.ClassificationFields;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.criteria.Root;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/// The place of a category among those of a prompt.
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

    // A category's prompts are found by an index, but all of them: their order is in another table.
    private static final Fields CATEGORY = ClassificationFields.LINKED.unindexed();

    protected PromptCategory() {}

    /// Reaches the row of a prompt's first category.
    static Reach first() {
        return Reach.leftJoin(
                PromptCategory.class,
                (prompt, held, builder) -> builder.and(
                        builder.equal(held.get("promptId"), prompt.get("id")), builder.equal(held.get("position"), 0)));
    }

    static Link linkToFirst(String name) {
        return new Link.One(
                name,
                CATEGORY,
                (prompt, query, builder) -> Reach.byId(Category.class, "categoryId")
                        .from(first().from(prompt, query, builder), query, builder));
    }

    static Link linkToAll(String name) {
        return Link.toMany(name, Category.class, CATEGORY, (prompt, category, query, builder) -> {
            Root<PromptCategory> held = query.from(PromptCategory.class);
            return builder.and(
                    builder.equal(held.get("categoryId"), category.get("id")),
                    builder.equal(held.get("promptId"), prompt.get("id")));
        });
    }

    record Key(UUID promptId, UUID categoryId) {}
}
