package ai.rhesis.backend.platform.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.olingo.server.api.uri.UriInfoResource;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.UriResourceLambdaAny;
import org.apache.olingo.server.api.uri.UriResourceLambdaVariable;
import org.apache.olingo.server.api.uri.UriResourceNavigation;
import org.apache.olingo.server.api.uri.UriResourcePrimitiveProperty;

/// The paths of a filter, from the listed object or from a variable of `any`, along declared links.
final class FilterPaths {

    private final Map<String, FilterScope> variables = new HashMap<>();
    private final FilterScope listed;

    FilterPaths(FilterScope listed) {
        this.listed = listed;
    }

    /// Finds the end of a path.
    ///
    /// @throws ProblemException when it ends neither at a field nor at `any`
    End follow(UriInfoResource path) {
        return follow(listed, path.getUriResourceParts());
    }

    private End follow(FilterScope scope, List<UriResource> path) {
        if (path.isEmpty()) {
            throw incomplete(scope);
        }
        List<UriResource> rest = path.subList(1, path.size());
        return switch (path.getFirst()) {
            case UriResourceLambdaVariable variable ->
                follow(Objects.requireNonNull(variables.get(variable.getVariableName())), rest);
            case UriResourcePrimitiveProperty property -> new End.AtField(scope, scope.field(property));
            case UriResourceNavigation step ->
                switch (scope.link(step)) {
                    case Link.One one -> follow(scope.to(one), rest);
                    case Link.Many many -> atMany(scope, many, rest);
                };
            default -> throw incomplete(scope);
        };
    }

    private static End atMany(FilterScope scope, Link.Many many, List<UriResource> rest) {
        if (!rest.isEmpty() && rest.getFirst() instanceof UriResourceLambdaAny any) {
            return new End.AtMany(scope, many, any);
        }
        throw incomplete(scope);
    }

    void bind(String variable, FilterScope member) {
        variables.put(variable, member);
    }

    private static RuntimeException incomplete(FilterScope scope) {
        return FilterProblem.at(
                0, "A path ends at a field or at any(…)", scope.fields().reachable());
    }

    /// A field of an object, or the question about its many.
    sealed interface End {

        record AtField(FilterScope scope, Field field) implements End {}

        record AtMany(FilterScope scope, Link.Many many, UriResourceLambdaAny any) implements End {}
    }
}
