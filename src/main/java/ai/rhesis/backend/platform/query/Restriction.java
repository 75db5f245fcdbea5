package ai.rhesis.backend.platform.query;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;

/// A condition that a list puts on its objects beside what the client asks.
@FunctionalInterface
public interface Restriction<T> {

    Predicate on(Root<T> root, CriteriaQuery<?> query, CriteriaBuilder builder);

    default Restriction<T> and(Restriction<T> other) {
        return (root, query, builder) -> builder.and(on(root, query, builder), other.on(root, query, builder));
    }

    static <T> Restriction<T> none() {
        return (root, query, builder) -> builder.conjunction();
    }
}
