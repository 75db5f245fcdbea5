package ai.rhesis.backend.platform.openapi;

import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.util.Set;
import java.util.TreeSet;

/// The problems, by their status, that a route can be answered with.
final class ProblemResponses {

    private ProblemResponses() {}

    static Set<String> of(Route route) {
        Set<String> problems = new TreeSet<>(Set.of("default", "400"));
        boolean isPublic = route.isPublic();
        add(problems, !isPublic, "401", "403");
        add(problems, isPublic && route.hasBody(), "401", "429");
        add(problems, route.namesAnObject(), "404");
        add(
                problems,
                route.path().contains("{id}")
                        || route.namesAnObject() && route.hasId()
                        || route.isOfOneObject() && !isCreation(route),
                "410");
        add(problems, route.method() != HttpMethod.GET && !isPublic, "409");
        add(problems, route.takes(IfMatch.class) || route.takes(Patch.class), "412");
        add(problems, route.hasBody(), "413", "415");
        add(problems, route.hasBody() || route.hasId() || route.readsTheQuery() || route.isRepeatable(), "422");
        add(problems, route.isOfOneObject() && route.method() == HttpMethod.GET, "304");
        return problems;
    }

    private static boolean isCreation(Route route) {
        return route.method() == HttpMethod.POST && !route.namesAnObject();
    }

    private static void add(Set<String> problems, boolean applies, String... statuses) {
        if (applies) {
            problems.addAll(Set.of(statuses));
        }
    }
}
