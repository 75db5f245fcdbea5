package ai.rhesis.backend.support;

import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;

/// The paths of the document, and which of them an address is one of.
///
/// A variable `path` at the end of one holds slashes, which OpenAPI has no word for.
record DocumentedRoutes(List<PathPattern> patterns) {

    private static final String DOCUMENTED = "{path}";
    private static final String MATCHED = "{*path}";

    DocumentedRoutes(JsonNode paths) {
        this(paths.propertyNames().stream()
                .map(path -> PathPatternParser.defaultInstance.parse(path.replace("/" + DOCUMENTED, "/" + MATCHED)))
                .sorted()
                .toList());
    }

    /// Answers the path as it is documented; the address itself where it is none.
    String find(String address) {
        PathContainer path = PathContainer.parsePath(address.length() > 1 ? address.replaceFirst("/$", "") : address);
        return patterns.stream()
                .filter(pattern -> pattern.matches(path))
                .map(pattern -> pattern.getPatternString().replace(MATCHED, DOCUMENTED))
                .findFirst()
                .orElse(address);
    }
}
