package ai.rhesis.backend.platform.query;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import org.jspecify.annotations.Nullable;

/// The order of a list: by one field, and by `id` where that is the same.
public record Sort(Field field, boolean isAscending) {

    /// Up or down, as `sort_order` says it.
    public enum Direction {
        ASC,
        DESC
    }

    /// Returns the cursor at which the page begins; null when at the first object.
    ///
    /// @throws ProblemException when the cursor is none of this order
    public @Nullable Cursor cursor(ListRequest request) {
        String text = request.cursor();
        return text == null || text.isEmpty() ? null : Cursor.of(text, this);
    }

    /// Returns this order as part of a query over the objects.
    public Ordering on(Root<?> root, CriteriaQuery<?> query, CriteriaBuilder builder) {
        return new Ordering(
                this, field.sortedBy(field.reach().from(root, query, builder), builder), root.get("id"), builder);
    }
}
