package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/// The keys of a body that nothing reads. A client that prefers strict handling (RFC 7240) is refused with
/// their names; to any other the header `Ignored-Keys` tells them.
final class UnknownKeys {

    static final String HEADER = "Ignored-Keys";
    static final int MAX_NAMED = 50;

    /// Notes each unknown key where the reader carries an [UnknownKeys], and lets it pass.
    static final DeserializationProblemHandler HANDLER = new DeserializationProblemHandler() {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                @Nullable ValueDeserializer<?> reader,
                Object beanOrType,
                String name) {
            if (context.getAttribute(UnknownKeys.class) instanceof UnknownKeys keys && keys.names.size() < MAX_NAMED) {
                keys.names.add(name);
            }
            parser.skipChildren();
            return true;
        }
    };

    private static final String PREFERENCE = "handling=strict";

    private final Set<String> names = new LinkedHashSet<>();

    /// Tells the client of the keys that were found.
    ///
    /// @return the violations by them; none unless strict handling is preferred
    List<Violation> told() {
        if (names.isEmpty()
                || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return List.of();
        }
        if (isStrict(attributes.getRequest().getHeaders("Prefer").asIterator())) {
            return names.stream()
                    .map(name -> Violation.ofBody(name, "extra_forbidden", "is not known here"))
                    .toList();
        }
        tell(attributes);
        return List.of();
    }

    /// Adds to what an earlier object of the same body told.
    private void tell(ServletRequestAttributes attributes) {
        if (attributes.getResponse() == null) {
            return;
        }
        String earlier = attributes.getResponse().getHeader(HEADER);
        Set<String> all = new LinkedHashSet<>(earlier == null ? List.of() : List.of(earlier.split(", ")));
        names.forEach(name -> all.add(UriUtils.encode(name, StandardCharsets.UTF_8)));
        attributes
                .getResponse()
                .setHeader(
                        HEADER, String.join(", ", all.stream().limit(MAX_NAMED).toList()));
    }

    private static boolean isStrict(Iterator<String> preferences) {
        while (preferences.hasNext()) {
            for (String preference : preferences.next().split("[,;]")) {
                if (preference.strip().equalsIgnoreCase(PREFERENCE)) {
                    return true;
                }
            }
        }
        return false;
    }
}
