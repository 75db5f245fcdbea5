package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.workspace.environment.ResolvedParameters;
import ai.rhesis.backend.workspace.experiment.Experiment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The parameter values of a run as they were when it started. It stays with the run whatever becomes of the
/// experiment.
///
/// @param experimentId null without an experiment, and once that is removed for good
/// @param version the number of the version
/// @param attributes the attributes of the run that tell of the values, by the names that clients know
public record ParameterSnapshot(
        @Nullable UUID experimentId, @Nullable Integer version, Map<String, @Nullable Object> attributes) {

    /// The snapshot of a run without parameters.
    public static final ParameterSnapshot NONE = new ParameterSnapshot(null, null, Map.of());

    static final String VALUES = "parameters";
    static final String VERSION = "parameter_version";
    static final String EXPERIMENT = "parameter_experiment_id";
    static final String SOURCE = "parameter_source";
    static final String ENVIRONMENT = "parameter_source_environment";
    static final String SCHEMA = "parameter_schema";
    static final String NAME = "parameter_experiment_name";
    static final String VISIBILITY = "parameter_experiment_visibility";

    private static final List<String> KEYS =
            List.of(VALUES, VERSION, EXPERIMENT, SOURCE, ENVIRONMENT, SCHEMA, NAME, VISIBILITY);

    /// @param schema the parameters that the project has, as plain JSON
    public static ParameterSnapshot of(ResolvedParameters resolved, Map<String, @Nullable Object> schema) {
        Experiment experiment = resolved.experiment();
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put(VALUES, resolved.version().values().bare());
        attributes.put(VERSION, resolved.version().label());
        attributes.put(EXPERIMENT, experiment.getId().toString());
        attributes.put(SOURCE, resolved.source());
        if (resolved.sourceEnvironment() != null) {
            attributes.put(ENVIRONMENT, resolved.sourceEnvironment());
        }
        attributes.put(SCHEMA, schema);
        attributes.put(NAME, experiment.getName());
        attributes.put(VISIBILITY, experiment.getVisibility().toString());
        return new ParameterSnapshot(experiment.getId(), resolved.version().number(), attributes);
    }

    static ParameterSnapshot of(TestRun run) {
        Map<String, @Nullable Object> all = run.getAttributes();
        if (all == null || !all.containsKey(EXPERIMENT)) {
            return NONE;
        }
        Map<String, @Nullable Object> kept = new LinkedHashMap<>(all);
        kept.keySet().retainAll(KEYS);
        return new ParameterSnapshot(run.getExperimentId(), run.getExperimentVersion(), kept);
    }

    /// Returns the bare values by the names of the parameters.
    @SuppressWarnings("unchecked")
    public Map<String, Object> values() {
        return attributes.get(VALUES) instanceof Map<?, ?> values ? (Map<String, Object>) values : Map.of();
    }

    /// Returns the attributes of a client with those of the snapshot, which win.
    @Nullable
    Map<String, @Nullable Object> over(@Nullable Map<String, @Nullable Object> others) {
        if (attributes.isEmpty()) {
            return others;
        }
        Map<String, @Nullable Object> all = new HashMap<>(others == null ? Map.of() : others);
        all.keySet().removeAll(KEYS);
        all.putAll(attributes);
        return all;
    }

    boolean isEmpty() {
        return attributes.isEmpty();
    }

    @Nullable
    String text(String key) {
        Object value = attributes.get(key);
        return value == null ? null : value.toString();
    }
}
