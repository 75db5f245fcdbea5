package ai.rhesis.backend.support;

import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;

/// The paths of the document, and which of them an address is one of.
record DocumentedRoutes(List<PathPattern> patterns) {

    DocumentedRoutes(JsonNode paths) {
        this(paths.propertyNames().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .sorted()
                .toList());
    }

    /// Answers the path as it is documented; the address itself where it is none.
    String find(String address) {
        PathContainer path = PathContainer.parsePath(address.length() > 1 ? address.replaceFirst("/$", "") : address);
        return patterns.stream()
                .filter(pattern -> pattern.matches(path))
                .map(PathPattern::getPatternString)
                .findFirst()
                .orElse(address);
    }
}
