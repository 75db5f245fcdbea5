package ai.rhesis.backend.platform.query;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Predicate;
import org.hibernate.query.criteria.JpaFrom;
import org.hibernate.query.criteria.JpaJoin;

/// The way of a query from an object to another, by a link that at most one row stands for.
@FunctionalInterface
public interface Reach {

    From<?, ?> from(From<?, ?> source, AbstractQuery<?> query, CriteriaBuilder builder);

    /// Goes on from where this way leads.
    default Reach then(Reach further) {
        return (source, query, builder) -> further.from(from(source, query, builder), query, builder);
    }

    /// Reaches the fields of the object itself.
    static Reach itself() {
        return (source, query, builder) -> source;
    }

    /// Reaches another object by the id that this one keeps. Without the other there are no values, but this one
    /// stays.
    static Reach byId(Class<?> target, String attribute) {
        return leftJoin(target, (source, other, builder) -> builder.equal(other.get("id"), source.get(attribute)));
    }

    static Reach leftJoin(Class<?> target, Condition condition) {
        return (source, query, builder) -> {
            JpaJoin<?, ?> joined = ((JpaFrom<?, ?>) source).join(target, JoinType.LEFT);
            joined.on(condition.between(source, joined, builder));
            return joined;
        };
    }

    /// The condition that makes two rows belong together.
    @FunctionalInterface
    interface Condition {

        Predicate between(From<?, ?> source, From<?, ?> other, CriteriaBuilder builder);
    }
}
