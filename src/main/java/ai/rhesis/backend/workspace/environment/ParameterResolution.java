package ai.rhesis.backend.workspace.environment;

import ai.rhesis.backend.platform.persistence.Resources;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.workspace.experiment.Experiment;
import ai.rhesis.backend.workspace.experiment.ExperimentService;
import ai.rhesis.backend.workspace.experiment.ExperimentVersion;
import ai.rhesis.backend.workspace.experiment.ExperimentVersionService;
import ai.rhesis.backend.workspace.experiment.VersionKey;
import ai.rhesis.backend.workspace.parameter.ParameterSchema;
import ai.rhesis.backend.workspace.parameter.ParameterService;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The resolution of references to parameter values. A reference that leads nowhere is a 404; there is no fallback.
@Service
@Transactional(readOnly = true)
public class ParameterResolution {

    private static final String VERSION = "version";
    private static final String EXPERIMENT = "experiment_id";
    private static final String ENVIRONMENT = "environment";

    private final ParameterService parameters;
    private final ExperimentService experiments;
    private final ExperimentVersionService versions;
    private final EnvironmentQueries environments;

    ParameterResolution(
            ParameterService parameters,
            ExperimentService experiments,
            ExperimentVersionService versions,
            EnvironmentQueries environments) {
        this.parameters = parameters;
        this.experiments = experiments;
        this.versions = versions;
        this.environments = environments;
    }

    /// Resolves a reference: a version goes before an experiment, whose newest version it is otherwise, and an
    /// experiment before an environment, which is `default` otherwise.
    ///
    /// @throws ProblemException 404 naming the `field` that leads nowhere, 409 when
    ///     several experiments have the version
    public ResolvedParameters resolve(UUID projectId, ParameterReference reference) {
        ParameterSchema schema = parameters.schema(projectId);
        if (reference.version() != null) {
            VersionKey key = VersionKey.of(reference.version());
            Experiment experiment = reference.experimentId() == null
                    ? holder(projectId, reference, key)
                    : experiment(projectId, reference.experimentId());
            ExperimentVersion version =
                    versions.find(experiment.getId(), key).orElseThrow(() -> ExperimentVersionService.unknown(key));
            return new ResolvedParameters(schema, experiment, version, VERSION, null);
        }
        if (reference.experimentId() != null) {
            Experiment experiment = experiment(projectId, reference.experimentId());
            return new ResolvedParameters(schema, experiment, latest(experiment), EXPERIMENT, null);
        }
        return bound(projectId, schema, reference.environmentOrDefault());
    }

    private ResolvedParameters bound(UUID projectId, ParameterSchema schema, String environment) {
        Binding binding = environments
                .find(projectId, environment)
                .orElseThrow(() -> nowhere(ENVIRONMENT, "Nothing is bound to the environment " + environment));
        Experiment experiment = experiment(projectId, binding.experimentId());
        ExperimentVersion version = versions.get(experiment.getId(), VersionKey.of(binding.version()));
        return new ResolvedParameters(schema, experiment, version, ENVIRONMENT, environment);
    }

    private Experiment experiment(UUID projectId, UUID id) {
        Experiment experiment = experiments.get(id).experiment();
        if (!projectId.equals(experiment.getProjectId())) {
            throw Resources.notFound(Experiment.class, id)
                    .with("field", EXPERIMENT)
                    .exception();
        }
        return experiment;
    }

    private ExperimentVersion latest(Experiment experiment) {
        int number = experiment.getVersionsCount();
        return versions.find(experiment.getId(), VersionKey.of(ExperimentVersion.label(number)))
                .orElseThrow(() -> nowhere(EXPERIMENT, "The experiment has no version yet"));
    }

    /// Finds the experiment that is bound to the environment, if it has the version, else the only one that has it.
    private Experiment holder(UUID projectId, ParameterReference reference, VersionKey key) {
        Binding binding =
                environments.find(projectId, reference.environmentOrDefault()).orElse(null);
        if (binding != null && versions.find(binding.experimentId(), key).isPresent()) {
            return experiment(projectId, binding.experimentId());
        }
        List<UUID> holders = versions.holders(projectId, key);
        if (holders.isEmpty()) {
            throw ExperimentVersionService.unknown(key);
        }
        if (holders.size() > 1) {
            throw Problem.conflict(
                            VERSION,
                            "Several experiments have a version " + key.text() + "; name one in experiment_id",
                            null)
                    .exception();
        }
        return experiment(projectId, holders.getFirst());
    }

    private static RuntimeException nowhere(String field, String detail) {
        return Problem.notFound(detail).with("field", field).exception();
    }
}
