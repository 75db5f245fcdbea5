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
    /// @param named the projects that the spans name, in their order; null, empty or `unknown` where they name none
    /// @param header the header `X-Project-Id`
    /// @throws ProblemException 403 for a project that is none of the caller's, 422 where nothing names one
    @Transactional(readOnly = true)
    public List<UUID> of(List<@Nullable String> named, @Nullable String header) {
        List<@Nullable UUID> told = named.stream().map(SpanProjects::id).toList();
        UUID fallback = fallback(header);
        Set<UUID> entered = entered(told, fallback);
        List<UUID> chosen = new ArrayList<>(named.size());
        for (int index = 0; index < told.size(); index++) {
            UUID project = isNamed(named.get(index)) ? told.get(index) : fallback;
            chosen.add(require(project, isNamed(named.get(index)), entered, index));
        }
        return chosen;
    }

    private static @Nullable UUID fallback(@Nullable String header) {
        UUID own = Tenant.current().projectId();
        return own == null ? id(header) : own;
    }

    /// Returns those of the projects that the caller may write to. A token of one project opens no other.
    private Set<UUID> entered(List<@Nullable UUID> told, @Nullable UUID fallback) {
        Set<UUID> wanted = new HashSet<>(told);
        wanted.add(fallback);
        wanted.removeIf(Objects::isNull);
        UUID own = Tenant.current().projectId();
        if (own != null) {
            wanted.retainAll(Set.of(own));
        }
        return wanted.isEmpty() ? Set.of() : directory.living(Project.class, wanted);
    }

    private static UUID require(@Nullable UUID project, boolean isNamed, Set<UUID> entered, int index) {
        String field = "spans[" + index + "].project_id";
        if (project == null && !isNamed) {
            throw Problem.invalid(
                            field, "is required where neither the token nor the header X-Project-Id names a project")
                    .exception();
        }
        if (project == null || !entered.contains(project)) {
            throw Problem.forbidden("The project of a span does not exist, or this token is of another project")
                    .with("field", isNamed ? field : "X-Project-Id")
                    .exception();
        }
        return project;
    }

    private static boolean isNamed(@Nullable String project) {
        return project != null && !project.isBlank() && !project.equals(UNKNOWN);
    }

    /// Reads an id. A text that is no id becomes one that no project has.
    private static @Nullable UUID id(@Nullable String project) {
        if (!isNamed(project)) {
            return null;
        }
        try {
            return UUID.fromString(project.strip());
        } catch (IllegalArgumentException noId) {
            return new UUID(0, 0);
        }
    }
}
