package ai.rhesis.backend.platform.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.RequestPath;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// The mapping of requests to handlers, which asks only routes whose path begins as that of the request does.
///
/// Spring asks every route, some hundreds, where a path has a variable. Where no route matches, Spring looks
/// through all of them, to answer 404 or 405.
class RouteMapping extends RequestMappingHandlerMapping {

    private static final String ANY = "";

    private Map<String, List<Route>> byBeginning = Map.of();

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> routes) {
        super.handlerMethodsInitialized(routes);
        Map<String, List<Route>> found = routes.entrySet().stream()
                .map(route -> new Route(route.getKey(), route.getValue()))
                .collect(groupingBy(route -> beginning(route.info()), toCollection(ArrayList::new)));
        List<Route> anywhere = found.getOrDefault(ANY, List.of());
        found.forEach((beginning, those) -> those.addAll(beginning.equals(ANY) ? List.of() : anywhere));
        byBeginning = found;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        Route best = CorsUtils.isPreFlightRequest(request) ? null : best(matching(request), request);
        if (best == null) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, best.handler());
        handleMatch(best.info(), path, request);
        return best.handler();
    }

    private List<Route> matching(HttpServletRequest request) {
        List<Route> matches = new ArrayList<>();
        for (Route route : beginningAs(request)) {
            RequestMappingInfo matched = route.info().getMatchingCondition(request);
            if (matched != null) {
                matches.add(new Route(matched, route.handler()));
            }
        }
        return matches;
    }

    private List<Route> beginningAs(HttpServletRequest request) {
        String beginning = ServletRequestPathUtils.hasParsedRequestPath(request)
                ? beginning(ServletRequestPathUtils.getParsedRequestPath(request))
                : ANY;
        return byBeginning.getOrDefault(beginning, byBeginning.getOrDefault(ANY, List.of()));
    }

    /// Returns the route that says most about the request, and null where two say as much.
    private @Nullable Route best(List<Route> routes, HttpServletRequest request) {
        if (routes.size() < 2) {
            return routes.isEmpty() ? null : routes.getFirst();
        }
        Comparator<Route> order = Comparator.comparing(Route::info, getMappingComparator(request));
        List<Route> sorted = routes.stream().sorted(order).toList();
        return order.compare(sorted.getFirst(), sorted.get(1)) == 0 ? null : sorted.getFirst();
    }

    /// Returns the first segment of a path, decoded as routes match it.
    private static String beginning(RequestPath path) {
        return path.pathWithinApplication().elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(segment -> ((PathSegment) segment).valueToMatch())
                .findFirst()
                .orElse(ANY);
    }

    /// Returns the first segment of all paths of a route, or an empty text where they differ in it or have a variable
    /// there.
    private static String beginning(RequestMappingInfo route) {
        Set<String> first = Objects.requireNonNull(route.getPathPatternsCondition()).getPatterns().stream()
                .map(pattern -> pattern.getPatternString().split("/", 3))
                .map(segments -> segments.length < 2 || segments[1].matches(".*[{*?].*") ? ANY : segments[1])
                .collect(toSet());
        return first.size() == 1 ? first.iterator().next() : ANY;
    }

    private record Route(RequestMappingInfo info, HandlerMethod handler) {}
}
