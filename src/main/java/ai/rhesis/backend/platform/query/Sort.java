package ai.rhesis.backend.platform.query;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import org.hibernate.query.criteria.JpaExpression;
import org.jspecify.annotations.Nullable;

/// The order of a list: by one field, and by `id` where that is the same.
///
/// @param counted the objects whose number is the field; null when it is stored
public record Sort(Field field, boolean isAscending, Link.@Nullable Many counted) {

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
        Expression<?> by = counted == null
                ? field.sortedBy(field.reach().from(root, query, builder), builder)
                : number(counted, root, query, builder);
        return new Ordering(this, by, root.get("id"), builder);
    }

    private static Expression<Integer> number(
            Link.Many counted, Root<?> root, CriteriaQuery<?> query, CriteriaBuilder builder) {
        Subquery<Long> all = query.subquery(Long.class);
        Root<?> member = all.from(counted.target());
        all.select(builder.count(member)).where(counted.membership().of(root, member, all, builder));
        return ((JpaExpression<Long>) (Expression<Long>) all).cast(Integer.class);
    }
}
