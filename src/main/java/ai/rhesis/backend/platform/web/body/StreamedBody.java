package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.persistence.StorableText;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A body with one long array, never held as a text or a tree: object after object is bound and validated as it
/// arrives.
public final class StreamedBody {

    /// The longest body that any route takes.
    public static final int MEGABYTES = 64;

    private final InputStream body;
    private final JsonBinder binder;

    StreamedBody(InputStream body, JsonBinder binder) {
        this.body = body;
        this.binder = binder;
    }

    /// Reads the objects of the array `key`, good and bad ones, and all other keys as `head`.
    ///
    /// @param maxCount how many objects there may be
    /// @throws ProblemException 422 for invalid JSON, for no or too many objects, and on a bad head, then with the
    /// bad objects beside it; 413 above 64 MB
    public <H, R> Elements<H, R> read(Class<H> head, String key, Class<R> type, int maxCount) {
        ElementReader<R> reader = new ElementReader<>(binder, key, type, maxCount);
        Element<H> bound = binder.element(reader.read(BoundedBody.of(body, MEGABYTES)), head, 0);
        List<Violation> violations = new ArrayList<>(bound.violations());
        violations.addAll(reader.violations());
        H value = bound.value();
        if (value == null || !violations.isEmpty()) {
            throw Problem.invalid(Stream.concat(violations.stream(), Elements.violations(key, reader.elements()))
                            .limit(JsonBinder.MAX_VIOLATIONS)
                            .toList())
                    .exception();
        }
        return new Elements<>(value, reader.elements());
    }

    /// Reads the objects of the array `key` and passes over all other keys. Characters that can't be stored are
    /// replaced, for what is only kept is not refused for them.
    ///
    /// @throws ProblemException 422 for invalid JSON, or without such an array; 413 for a longer body
    public <R> List<Element<R>> readLenient(String key, Class<R> type, int megabytes) {
        JsonNode array = binder.parseMany(BoundedBody.of(body, megabytes)).path(key);
        if (!array.isArray()) {
            throw Problem.invalid(List.of(Violation.ofBody(key, "type_error", "must be an array")))
                    .exception();
        }
        List<Element<R>> elements = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            elements.add(binder.element(StorableText.of(element), type, elements.size()));
        }
        return elements;
    }
}
