package ai.rhesis.backend.workspace.environment;

import ai.rhesis.backend.platform.persistence.Resources;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.workspace.experiment.Experiment;
import ai.rhesis.backend.workspace.experiment.ExperimentService;
import ai.rhesis.backend.workspace.experiment.ExperimentVersion;
import ai.rhesis.backend.workspace.experiment.ExperimentVersionService;
import ai.rhesis.backend.workspace.experiment.VersionKey;
import ai.rhesis.backend.workspace.project.ProjectService;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The environments of projects and what is bound to them.
@Service
@Transactional
class EnvironmentService {

    private final ProjectService projects;
    private final ExperimentService experiments;
    private final ExperimentVersionService versions;
    private final EnvironmentQueries environments;

    EnvironmentService(
            ProjectService projects,
            ExperimentService experiments,
            ExperimentVersionService versions,
            EnvironmentQueries environments) {
        this.projects = projects;
        this.experiments = experiments;
        this.versions = versions;
        this.environments = environments;
    }

    @Transactional(readOnly = true)
    Map<String, @Nullable Binding> list(UUID projectId) {
        projects.get(projectId);
        return environments.findAll(projectId);
    }

    /// @throws ProblemException 409 when the project has it
    Map<String, @Nullable Binding> register(UUID projectId, String name) {
        projects.get(projectId);
        if (EnvironmentName.isBuiltIn(name)) {
            throw Problem.conflict("name", "The environment " + name + " already exists in every project", null)
                    .exception();
        }
        if (!environments.register(projectId, name)) {
            throw Problem.conflict("name", "The environment " + name + " already exists in this project", null)
                    .exception();
        }
        return environments.findAll(projectId);
    }

    /// Binds a version of a shared experiment, which stays shared as long.
    ///
    /// @throws ProblemException 404 without the experiment or version, 409 when the
    ///     experiment is not shared
    Map<String, @Nullable Binding> bind(UUID projectId, String name, BindingRequest request) {
        EnvironmentName.require(name);
        projects.get(projectId);
        Experiment experiment = experiments.lock(request.experimentId());
        if (!projectId.equals(experiment.getProjectId())) {
            throw Resources.notFound(Experiment.class, request.experimentId()).exception();
        }
        VersionKey key = VersionKey.of(request.version());
        ExperimentVersion version = versions.get(experiment.getId(), key);
        if (!experiment.isShared()) {
            throw Problem.conflict("Only a shared experiment can be bound to an environment. Share it first.")
                    .exception();
        }
        environments.bind(projectId, name, experiment.getId(), version.number());
        return environments.findAll(projectId);
    }

    Map<String, @Nullable Binding> remove(UUID projectId, String name) {
        projects.get(projectId);
        environments.remove(projectId, name);
        return environments.findAll(projectId);
    }
}
