package ai.rhesis.backend.workspace.experiment;

import ai.rhesis.backend.platform.security.PermittedActions;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An experiment as a client reads it.
record ExperimentResponse(
        Identity identity,
        UUID projectId,
        @Nullable ProjectName project,
        @Nullable String projectName,
        UUID ownerUserId,
        String name,
        @Nullable String description,
        Visibility visibility,
        int versionsCount,
        @Nullable String latestVersion,
        List<String> permittedActions)
        implements Identified {

    static ExperimentResponse of(ExperimentView view) {
        Experiment experiment = view.experiment();
        UUID projectId = Objects.requireNonNull(experiment.getProjectId());
        int count = experiment.getVersionsCount();
        return new ExperimentResponse(
                Identity.of(experiment),
                projectId,
                view.projectName() == null ? null : new ProjectName(projectId, view.projectName()),
                view.projectName(),
                experiment.getUserId(),
                experiment.getName(),
                experiment.getDescription(),
                experiment.getVisibility(),
                count,
                count == 0 ? null : ExperimentVersion.label(count),
                PermittedActions.ofMembers("experiment:update", "experiment:delete"));
    }

    /// The project of an experiment by its name.
    record ProjectName(UUID id, String name) {}
}
