package ai.rhesis.backend.platform.query;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.olingo.server.api.uri.UriResourceNavigation;
import org.apache.olingo.server.api.uri.UriResourcePrimitiveProperty;

/// One object in a query that a filter speaks of, with those already reached from it, so that each is joined once.
final class FilterScope {

    private final From<?, ?> row;
    private final Fields fields;
    private final AbstractQuery<?> query;
    private final CriteriaBuilder builder;
    private final Map<String, FilterScope> reached = new HashMap<>();

    FilterScope(From<?, ?> row, Fields fields, AbstractQuery<?> query, CriteriaBuilder builder) {
        this.row = row;
        this.fields = fields;
        this.query = query;
        this.builder = builder;
    }

    Fields fields() {
        return fields;
    }

    Field field(UriResourcePrimitiveProperty property) {
        return fields.field(property.getProperty().getName());
    }

    Link link(UriResourceNavigation step) {
        return fields.link(step.getProperty().getName());
    }

    Path<?> path(Field field, String attribute) {
        From<?, ?> keeper = reached.computeIfAbsent(
                        field.name(), name -> scope(field.reach().from(row, query, builder), fields))
                .row;
        return keeper.get(attribute);
    }

    FilterScope to(Link.One link) {
        return reached.computeIfAbsent(
                link.name() + "/", name -> scope(link.reach().from(row, query, builder), link.fields()));
    }

    /// Returns the predicate that at least one of the members fulfils the condition.
    Predicate exists(Link.Many link, Function<FilterScope, Predicate> condition) {
        Subquery<Integer> found = query.subquery(Integer.class);
        Root<?> member = found.from(link.target());
        Predicate belongs = link.membership().of(row, member, found, builder);
        Predicate fulfils = condition.apply(new FilterScope(member, link.fields(), found, builder));
        found.select(builder.literal(1)).where(belongs, fulfils);
        return builder.exists(found);
    }

    private FilterScope scope(From<?, ?> other, Fields otherFields) {
        return new FilterScope(other, otherFields, query, builder);
    }
}
