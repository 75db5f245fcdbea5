package ai.rhesis.backend.trace.store;

import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.workspace.project.Project;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The choice of the project that keeps a span: its own, else that of the token, else that of the request.
@Component
public class SpanProjects {

    /// The name that published clients send for none.
    private static final String UNKNOWN = "unknown";

    private final Directory directory;

    SpanProjects(Directory directory) {
        this.directory = directory;
    }

    /// Finds the project of each span of a request.
    ///
    /// @param names the projects that the spans name, in their order; null, empty or `unknown` where they name none
    /// @param header the header `X-Project-Id`
    /// @throws ProblemException 403 for a project that is none of the caller's, 422 where nothing names one
    @Transactional(readOnly = true)
    public List<UUID> of(List<@Nullable String> names, @Nullable String header) {
        List<Named> named = new ArrayList<>(names.size());
        names.forEach(name -> named.add(new Named(named.size(), name)));
        return choose(named, header);
    }

    /// Finds the projects of some spans of a request, whose places problems name.
    ///
    /// @throws ProblemException 403 for a project that is none of the caller's, 422 where nothing names one
    @Transactional(readOnly = true)
    public List<UUID> choose(List<Named> spans, @Nullable String header) {
        UUID fallback = fallback(header);
        Set<UUID> entered = entered(spans, fallback);
        return spans.stream().map(span -> choose(span, fallback, entered)).toList();
    }

    private static UUID choose(Named span, @Nullable UUID fallback, Set<UUID> entered) {
        UUID project = span.isNamed() ? span.id() : fallback;
        if (project == null) {
            throw Problem.invalid(
                            span.field(),
                            "is required where neither the token nor the header X-Project-Id names a project")
                    .exception();
        }
        if (!entered.contains(project)) {
            throw Problem.forbidden("The project of a span does not exist, or this token is of another project")
                    .with("field", span.isNamed() ? span.field() : "X-Project-Id")
                    .exception();
        }
        return project;
    }

    private static @Nullable UUID fallback(@Nullable String header) {
        UUID own = Tenant.current().projectId();
        return own == null ? new Named(0, header).id() : own;
    }

    /// Returns those of the projects that the caller may write to. A token of one project opens no other.
    private Set<UUID> entered(List<Named> spans, @Nullable UUID fallback) {
        Set<UUID> wanted = new HashSet<>();
        spans.forEach(span -> wanted.add(span.id()));
        wanted.add(fallback);
        wanted.removeIf(Objects::isNull);
        UUID own = Tenant.current().projectId();
        if (own != null) {
            wanted.retainAll(Set.of(own));
        }
        return wanted.isEmpty() ? Set.of() : directory.living(Project.class, wanted);
    }

    /// A span's name for its project.
    ///
    /// @param index the place of the span in its request
    public record Named(int index, @Nullable String project) {

        boolean isNamed() {
            return project != null && !project.isBlank() && !project.equals(UNKNOWN);
        }

        /// Reads the id. A text that is no id becomes one that no project has.
        @Nullable
        UUID id() {
            if (project == null || !isNamed()) {
                return null;
            }
            try {
                return UUID.fromString(project.strip());
            } catch (IllegalArgumentException noId) {
                return new UUID(0, 0);
            }
        }

        String field() {
            return "spans[" + index + "].project_id";
        }
    }
}
