package ai.rhesis.backend.trace.otlp;

import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/// The spans or events of one request, by the projects that their processes name; by an empty name
/// where they name none.
final class ExportedParts<T> {

    /// The spans or events of a request, each of which takes kilobytes before it is written.
    static final int MAX_PARTS = 20_000;

    private static final int MAX_PROJECTS = 100;

    private final Map<String, List<T>> byName = new LinkedHashMap<>();
    private final RefusedParts refused;
    private int count;

    /// @param parts a word for many of them, such as `spans`
    ExportedParts(String parts) {
        this.refused = new RefusedParts(parts);
    }

    /// Adds a part, which is not made where the request holds too many.
    void add(String project, Supplier<T> part) {
        if (count == MAX_PARTS) {
            refused.add(HttpStatus.CONTENT_TOO_LARGE, "the request holds more than %,d".formatted(MAX_PARTS));
        } else if (byName.size() < MAX_PROJECTS || byName.containsKey(project)) {
            byName.computeIfAbsent(project, name -> new ArrayList<>()).add(part.get());
            count++;
        } else {
            refused.add(HttpStatus.BAD_REQUEST, "the request names more than %d projects".formatted(MAX_PROJECTS));
        }
    }

    /// Places the parts in projects. Those of a project that refuses them are left out, and counted.
    ///
    /// @param projects the id of the project of a name
    Map<UUID, List<T>> placed(Function<String, UUID> projects) {
        Map<UUID, List<T>> placed = new LinkedHashMap<>();
        byName.forEach((name, parts) -> {
            try {
                placed.computeIfAbsent(projects.apply(name), id -> new ArrayList<>())
                        .addAll(parts);
            } catch (ProblemException refusal) {
                parts.forEach(part -> refused.add(refusal.problem()));
            }
        });
        return placed;
    }

    RefusedParts refused() {
        return refused;
    }
}
