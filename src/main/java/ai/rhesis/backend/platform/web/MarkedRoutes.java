package ai.rhesis.backend.platform.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The requests to handlers that carry a mark, or whose controllers do. Filters run before the handler is known, and
/// learn of features by these marks alone.
@Component
public class MarkedRoutes {

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    MarkedRoutes(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    /// Returns the requests to marked handlers.
    public RequestMatcher requests(Class<? extends Annotation> mark) {
        return matcher(handler -> isMarked(handler, mark), MarkedRoutes::requests);
    }

    /// Returns the requests with the path of a marked handler, whatever their method, unless a handler without the mark
    /// serves them.
    public RequestMatcher paths(Class<? extends Annotation> mark) {
        RequestMatcher unmarked = matcher(handler -> !isMarked(handler, mark), MarkedRoutes::requests);
        return new AndRequestMatcher(
                matcher(handler -> isMarked(handler, mark), MarkedRoutes::paths), new NegatedRequestMatcher(unmarked));
    }

    // at the first request, when all routes are there
    private RequestMatcher matcher(
            Predicate<HandlerMethod> isWanted, Function<RequestMappingInfo, Stream<RequestMatcher>> matchers) {
        SingletonSupplier<RequestMatcher> wanted = SingletonSupplier.of(
                () -> new OrRequestMatcher(routes.getObject().getHandlerMethods().entrySet().stream()
                        .filter(route -> isWanted.test(route.getValue()))
                        .map(Map.Entry::getKey)
                        .flatMap(matchers)
                        .toList()));
        return request -> wanted.obtain().matches(request);
    }

    private static boolean isMarked(HandlerMethod handler, Class<? extends Annotation> mark) {
        return handler.hasMethodAnnotation(mark) || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), mark);
    }

    private static Stream<RequestMatcher> paths(RequestMappingInfo route) {
        return route.getPatternValues().stream().map(path -> pathPattern(path));
    }

    private static Stream<RequestMatcher> requests(RequestMappingInfo route) {
        return route.getPatternValues().stream()
                .flatMap(path -> methods(route).map(method -> pathPattern(method, path)));
    }

    private static Stream<HttpMethod> methods(RequestMappingInfo route) {
        return route.getMethodsCondition().getMethods().stream()
                .flatMap(method -> method == RequestMethod.GET
                        ? Stream.of(HttpMethod.GET, HttpMethod.HEAD)
                        : Stream.of(method.asHttpMethod()));
    }
}
