package ai.rhesis.backend.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;

/// A request while its handler is looked for: some hundred routes ask for its method, which else passes through each of
/// the filters' wrappers.
class RoutingWrapper extends HttpServletRequestWrapper {

    private final String method;
    private final String beginning;

    RoutingWrapper(HttpServletRequest request, String beginning) {
        super(request);
        this.method = request.getMethod();
        this.beginning = beginning;
    }

    /// Returns the first segment of a path, decoded as routes match it.
    static String beginning(RequestPath path) {
        return path.pathWithinApplication().elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .map(segment -> ((PathContainer.PathSegment) segment).valueToMatch())
                .findFirst()
                .orElse("");
    }

    @Override
    public String getMethod() {
        return method;
    }

    String beginning() {
        return beginning;
    }
}
