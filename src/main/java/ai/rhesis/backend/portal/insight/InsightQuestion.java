package ai.rhesis.backend.portal.insight;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question in which everything is known: the entity, and dimensions, measures and filters that it has.
record InsightQuestion(
        InsightEntity entity,
        List<String> dimensions,
        List<String> measures,
        Map<String, Object[]> filters,
        InsightWindow window) {

    private static final List<String> DEFAULT_MEASURES = List.of("count");

    /// Reads a question.
    ///
    /// @param at the place of the question in the body, before the names of its fields; empty for a query
    /// @throws ProblemException 400 where it asks for what is not there, 422 where it has no entity
    static InsightQuestion of(String at, InsightRequest request) {
        InsightEntity entity = entity(at, request.entity());
        List<@Nullable String> measures =
                request.measures() == null ? List.copyOf(DEFAULT_MEASURES) : request.measures();
        if (measures.isEmpty()) {
            throw Problem.badRequest(at + "measures", "At least one measure is required", entity.measures())
                    .exception();
        }
        return new InsightQuestion(
                entity,
                known(at + "group_by", request.groupBy() == null ? List.of() : request.groupBy(), entity.dimensions()),
                known(at + "measures", measures, entity.measures()),
                filters(at, request.filters() == null ? Map.of() : request.filters(), entity),
                InsightWindow.of(at, request));
    }

    private static InsightEntity entity(String at, @Nullable String name) {
        if (name == null) {
            String origin = at.isEmpty() ? "query" : "body";
            throw Problem.invalid(List.of(Violation.at(origin, at + "entity", "missing", "is required")))
                    .exception();
        }
        InsightEntity entity = InsightEntity.named(name);
        if (entity == null) {
            throw InsightProblem.unknown(at + "entity", name, InsightEntity.names());
        }
        return entity;
    }

    private static List<String> known(String field, Collection<@Nullable String> asked, List<String> allowed) {
        LinkedHashSet<String> known = new LinkedHashSet<>();
        for (String name : asked) {
            if (name == null || !allowed.contains(name)) {
                throw InsightProblem.unknown(field, String.valueOf(name), allowed);
            }
            known.add(name);
        }
        return List.copyOf(known);
    }

    private static Map<String, Object[]> filters(
            String at, Map<String, @Nullable List<@Nullable String>> asked, InsightEntity entity) {
        String field = at + "filters";
        known(field, asked.keySet(), entity.filters());
        Map<String, Object[]> filters = new LinkedHashMap<>();
        asked.forEach((name, values) -> {
            // as the published clients mean it: an empty list filters nothing
            if (values != null && !values.isEmpty()) {
                filters.put(
                        name, InsightEntity.isByName(name) ? values.toArray(String[]::new) : ids(at + name, values));
            }
        });
        return filters;
    }

    private static UUID[] ids(String field, List<@Nullable String> values) {
        try {
            return values.stream()
                    .map(value -> UUID.fromString(String.valueOf(value)))
                    .toArray(UUID[]::new);
        } catch (IllegalArgumentException noId) {
            throw InsightProblem.bad(field, field + " must hold UUIDs");
        }
    }

    /// Returns the values of all parameters that the statements about the entity have; null for a filter that is not
    /// set.
    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        entity.filters().forEach(filter -> parameters.put(filter, filters.get(filter)));
        parameters.put("from", window.from());
        parameters.put("until", window.until());
        return parameters;
    }

    /// Returns the same with what to group by.
    Map<String, @Nullable Object> groupedParameters() {
        Map<String, @Nullable Object> parameters = parameters();
        parameters.put("dimensions", dimensions.toArray(String[]::new));
        parameters.put("measures", measures.toArray(String[]::new));
        parameters.put("limit", InsightRow.MAX_ROWS + 1);
        return parameters;
    }
}
