package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.problem.Violation;
import java.util.List;
import java.util.stream.Stream;

/// A body of many objects: what it says once, and the objects, each good or bad by itself.
public record Elements<H, R>(H head, List<Element<R>> elements) {

    /// Collects the violations of the objects, seen from the body that has them in its array `key`.
    static Stream<Violation> violations(String key, List<? extends Element<?>> elements) {
        return elements.stream()
                .flatMap(element ->
                        element.violations().stream().map(violation -> violation.within(key, element.index())));
    }
}
