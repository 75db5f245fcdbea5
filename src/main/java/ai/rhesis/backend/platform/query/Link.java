package ai.rhesis.backend.platform.query;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Subquery;

/// A declared way from an object to another, whose fields a filter may name behind a slash: `status/name`.
///
/// @param fields those of the other object that can be reached this way
public sealed interface Link {

    String name();

    Fields fields();

    /// Links to the object whose id this one keeps under the name of the link: `status` in `statusId`.
    static Link toOne(String name, Class<?> target, Fields fields) {
        return new One(name, fields, Reach.byId(target, Field.attributeOf(name + "_id")));
    }

    /// Links to the object itself under another name, for clients that expect one more step.
    static Link toItself(String name, Fields fields) {
        return new One(name, fields, Reach.itself());
    }

    /// Objects of which any number can belong to this one, asked by `any`.
    static Link toMany(String name, Class<?> target, Fields fields, Membership membership) {
        return new Many(name, fields, target, membership);
    }

    /// A link to at most one object.
    record One(String name, Fields fields, Reach reach) implements Link {}

    /// A link to any number of objects.
    record Many(String name, Fields fields, Class<?> target, Membership membership) implements Link {}

    /// The condition that makes one of many belong to an object; it may bring further rows into the subquery.
    @FunctionalInterface
    interface Membership {

        Predicate of(From<?, ?> owner, From<?, ?> member, Subquery<?> query, CriteriaBuilder builder);
    }
}
