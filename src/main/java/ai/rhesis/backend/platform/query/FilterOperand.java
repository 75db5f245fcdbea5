package ai.rhesis.backend.platform.query;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.query.sqm.NodeBuilder;
import org.hibernate.query.sqm.tree.expression.SqmExpression;
import org.hibernate.query.sqm.tree.predicate.SqmComparisonPredicate;
import org.jspecify.annotations.Nullable;

/// A field of an object in a query, as it is or in one case, and what can be asked of it.
///
/// @param key the same in lower case, in a column that an index serves; null when there is none or it is that already
record FilterOperand(
        Field field, Expression<?> value, @Nullable Expression<?> key, CriteriaBuilder builder) {

    private static final char ESCAPE = '\\';

    static FilterOperand of(FilterScope scope, Field field, CriteriaBuilder builder) {
        Expression<?> key = field.key() == null ? null : scope.path(field, field.key());
        return new FilterOperand(field, scope.path(field, field.attribute()), key, builder);
    }

    FilterOperand lower() {
        return new FilterOperand(field, key == null ? builder.lower(text()) : key, null, builder);
    }

    FilterOperand upper() {
        return new FilterOperand(field, builder.upper(text()), null, builder);
    }

    Predicate isNull(boolean isEquality, boolean holds) {
        if (!isEquality) {
            throw FilterProblem.at(0, "null can't be compared with an order", List.of("eq", "ne"));
        }
        return holds ? builder.isNull(value) : builder.isNotNull(value);
    }

    Predicate compare(ComparisonOperator operator, Comparable<?> other) {
        Predicate compared = new SqmComparisonPredicate(
                (SqmExpression<?>) value, operator, (SqmExpression<?>) bound(other), (NodeBuilder) builder);
        return operator == ComparisonOperator.EQUAL && key != null
                ? builder.and(builder.equal(key, keyOf(other)), compared)
                : compared;
    }

    Predicate isOneOf(List<Comparable<?>> others, boolean hasNull, boolean holds) {
        Predicate listed = others.isEmpty() ? builder.disjunction() : value.in(others);
        if (key != null && holds && !others.isEmpty()) {
            listed = builder.and(key.in(others.stream().map(this::keyOf).toArray(Expression<?>[]::new)), listed);
        }
        Predicate isNull = builder.isNull(value);
        if (holds) {
            return hasNull ? builder.or(listed, isNull) : listed;
        }
        Predicate notListed = builder.not(listed);
        return hasNull ? builder.and(notListed, builder.isNotNull(value)) : builder.or(notListed, isNull);
    }

    Predicate isLike(String pattern, boolean holds) {
        return holds
                ? builder.like(text(), pattern, ESCAPE)
                : builder.or(builder.notLike(text(), pattern, ESCAPE), builder.isNull(value));
    }

    // By the database's own idea of lower case, which made the key.
    private Expression<String> keyOf(Comparable<?> other) {
        return builder.lower(bound(other).as(String.class));
    }

    private Expression<?> bound(Comparable<?> other) {
        return ((HibernateCriteriaBuilder) builder).value(other);
    }

    private Expression<String> text() {
        return value.as(String.class);
    }
}
