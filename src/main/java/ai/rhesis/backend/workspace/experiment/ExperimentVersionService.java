package ai.rhesis.backend.workspace.experiment;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.workspace.parameter.ParameterSchema;
import ai.rhesis.backend.workspace.parameter.ParameterService;
import ai.rhesis.backend.workspace.parameter.ParameterValues;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The versions of experiments that the caller sees.
@Service
@Transactional
public class ExperimentVersionService {

    /// The bytes that the versions of one experiment take together, because a client reads them in one answer.
    private static final int MAX_BYTES = 16 * 1_048_576;

    private final ExperimentService experiments;
    private final ExperimentVersionQueries versions;
    private final ParameterService parameters;

    ExperimentVersionService(
            ExperimentService experiments, ExperimentVersionQueries versions, ParameterService parameters) {
        this.experiments = experiments;
        this.versions = versions;
        this.parameters = parameters;
    }

    /// Returns all versions, the oldest first.
    ///
    /// @throws ProblemException 404 or 410 without the experiment
    @Transactional(readOnly = true)
    public List<ExperimentVersion> list(UUID experimentId) {
        experiments.get(experimentId);
        return versions.findAll(experimentId);
    }

    /// @throws ProblemException 404 or 410 without the experiment, 404 without the
    ///     version
    @Transactional(readOnly = true)
    public ExperimentVersion get(UUID experimentId, VersionKey key) {
        experiments.get(experimentId);
        return versions.find(experimentId, key).orElseThrow(() -> unknown(key));
    }

    /// Returns the version with this name, if the experiment has it.
    @Transactional(readOnly = true)
    public Optional<ExperimentVersion> find(UUID experimentId, VersionKey key) {
        return versions.find(experimentId, key);
    }

    /// Returns the experiments of a project that have a version with this name, at most two of them.
    @Transactional(readOnly = true)
    public List<UUID> holders(UUID projectId, VersionKey key) {
        return versions.findHolders(projectId, key);
    }

    /// Creates a 404 about a version, in the field that names it.
    public static RuntimeException unknown(VersionKey key) {
        return Problem.notFound("There is no version " + key.text())
                .with("field", "version")
                .exception();
    }

    /// Adds a version with these values, unless the newest has the same. Whoever adds one at the same time waits.
    ///
    /// @throws ProblemException 422 naming every value that does not fit the
    ///     parameters of the project
    Commit commit(UUID experimentId, ExperimentVersionRequest request) {
        Experiment experiment = experiments.lock(experimentId);
        ParameterSchema schema = parameters.schema(Objects.requireNonNull(experiment.getProjectId()));
        ParameterValues values = schema.values(request.values());
        String fingerprint = schema.fingerprint();
        String hash = values.hash(fingerprint);
        ExperimentVersion latest = latest(experiment);
        if (latest != null && latest.contentHash().equals(hash)) {
            return new Commit(latest, false);
        }
        requireRoom(experimentId, values);
        Integer parent = parent(experimentId, request.parentVersion(), latest);
        ExperimentVersion version = new ExperimentVersion(
                experiment.nextVersion(),
                hash,
                fingerprint,
                values,
                parent,
                request.message(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                Tenant.current().userId());
        versions.add(experimentId, version);
        return new Commit(version, true);
    }

    private @Nullable ExperimentVersion latest(Experiment experiment) {
        int number = experiment.getVersionsCount();
        return number == 0
                ? null
                : versions.find(experiment.getId(), VersionKey.of(ExperimentVersion.label(number)))
                        .orElseThrow();
    }

    private @Nullable Integer parent(UUID experimentId, @Nullable String named, @Nullable ExperimentVersion latest) {
        if (named == null) {
            return latest == null ? null : latest.number();
        }
        return versions.find(experimentId, VersionKey.of(named))
                .orElseThrow(() -> Problem.invalid("parent_version", "must be a version of this experiment")
                        .exception())
                .number();
    }

    private void requireRoom(UUID experimentId, ParameterValues values) {
        if (versions.size(experimentId) + values.size() > MAX_BYTES) {
            throw Problem.invalid(
                            "values",
                            "must leave the versions of this experiment within 16 MB; go on in a new experiment")
                    .exception();
        }
    }

    /// A version and whether it was added.
    record Commit(ExperimentVersion version, boolean isNew) {}
}
