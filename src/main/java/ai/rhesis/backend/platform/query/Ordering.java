package ai.rhesis.backend.platform.query;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.query.sqm.NodeBuilder;
import org.hibernate.query.sqm.tree.expression.SqmExpression;
import org.hibernate.query.sqm.tree.expression.SqmTuple;
import org.hibernate.query.sqm.tree.predicate.SqmComparisonPredicate;

/// An order as a part of one query: what to sort by, and which objects come after a cursor.
///
/// Nulls are last when ascending and first when descending, as the database and its indexes have them.
public record Ordering(Sort sort, Expression<?> by, Expression<UUID> id, CriteriaBuilder builder) {

    public List<Order> orders() {
        return Stream.of(by, id)
                .limit(isById() ? 1 : 2)
                .map(expression -> sort.isAscending() ? builder.asc(expression) : builder.desc(expression))
                .toList();
    }

    /// Restricts the query to the objects behind that of the cursor.
    public Predicate after(Cursor cursor) {
        Expression<UUID> last = value(cursor.id());
        if (isById()) {
            return sort.isAscending() ? builder.greaterThan(id, last) : builder.lessThan(id, last);
        }
        if (cursor.value() == null) {
            Predicate tie = sort.isAscending() ? builder.greaterThan(id, last) : builder.lessThan(id, last);
            Predicate nulls = builder.and(builder.isNull(by), tie);
            return sort.isAscending() ? nulls : builder.or(nulls, builder.isNotNull(by));
        }
        return behind(value(cursor.value()), last);
    }

    // One comparison of rows, because an index can begin with it among a million rows of the same time;
    // `a < ? or a = ? and b < ?` means the same and reads all of them. What an index sorts is never null.
    private Predicate behind(Expression<?> lastValue, Expression<UUID> lastId) {
        ComparisonOperator behind = sort.isAscending() ? ComparisonOperator.GREATER_THAN : ComparisonOperator.LESS_THAN;
        Predicate row = compare(row(by, id), behind, row(lastValue, lastId));
        if (sort.field().indexes().contains(Field.Use.SORT)) {
            return row;
        }
        // the value may be in another table than the id, whose index can't begin with both
        ComparisonOperator notBefore = behind.broader();
        Predicate bounded = builder.and(compare(by, notBefore, lastValue), row);
        return sort.isAscending() ? builder.or(bounded, builder.isNull(by)) : bounded;
    }

    private Predicate compare(Expression<?> left, ComparisonOperator operator, Expression<?> right) {
        return new SqmComparisonPredicate(
                (SqmExpression<?>) left, operator, (SqmExpression<?>) right, (NodeBuilder) builder);
    }

    private SqmTuple<?> row(Expression<?> value, Expression<UUID> tieBreaker) {
        return new SqmTuple<>((NodeBuilder) builder, (SqmExpression<?>) value, (SqmExpression<?>) tieBreaker);
    }

    private boolean isById() {
        return sort.field().name().equals("id");
    }

    private <V> Expression<V> value(V value) {
        return ((HibernateCriteriaBuilder) builder).value(value);
    }
}
