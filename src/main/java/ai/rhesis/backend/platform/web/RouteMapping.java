package ai.rhesis.backend.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// The mapping of requests to handlers, which asks only routes whose path begins as that of the request does.
///
/// Spring asks every route, some hundreds, where a path has a variable, and its method and headers before its path.
class RouteMapping extends RequestMappingHandlerMapping {

    private static final String ANY = "";

    // by identity: comparing routes costs more than asking them
    private final Map<RequestMappingInfo, String> beginnings = new IdentityHashMap<>();

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> routes) {
        super.handlerMethodsInitialized(routes);
        routes.keySet().forEach(route -> beginnings.put(route, beginning(route)));
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        String beginning = ServletRequestPathUtils.hasParsedRequestPath(request)
                ? RoutingWrapper.beginning(ServletRequestPathUtils.getParsedRequestPath(request))
                : ANY;
        return super.lookupHandlerMethod(path, new RoutingWrapper(request, beginning));
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest request) {
        return request instanceof RoutingWrapper wrapper && isElsewhere(route, wrapper.beginning())
                ? null
                : super.getMatchingMapping(route, request);
    }

    private boolean isElsewhere(RequestMappingInfo route, String beginning) {
        String own = beginnings.getOrDefault(route, ANY);
        return !own.equals(ANY) && !own.equals(beginning);
    }

    /// Returns the first segment of all paths of a route, or an empty text where they differ in it or have a variable
    /// there.
    private static String beginning(RequestMappingInfo route) {
        Set<String> first = Objects.requireNonNull(route.getPathPatternsCondition()).getPatterns().stream()
                .map(pattern -> pattern.getPatternString().split("/", 3))
                .map(segments -> segments.length < 2 || segments[1].matches(".*[{*?].*") ? ANY : segments[1])
                .collect(Collectors.toSet());
        return first.size() == 1 ? first.iterator().next() : ANY;
    }
}
