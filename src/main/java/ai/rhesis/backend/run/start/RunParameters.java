package ai.rhesis.backend.run.start;

import ai.rhesis.backend.integration.endpoint.EndpointService;
import ai.rhesis.backend.metric.metric.MetricChoice;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.run.testrun.ParameterSnapshot;
import ai.rhesis.backend.workspace.environment.ParameterReference;
import ai.rhesis.backend.workspace.environment.ParameterResolution;
import ai.rhesis.backend.workspace.environment.ResolvedParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The parameter values that runs are started with, found once when a run is submitted.
@Component
class RunParameters {

    /// The attribute of a test configuration that keeps what a client asked for.
    static final String REFERENCE = "parameters_ref";

    private static final TypeReference<Map<String, @Nullable Object>> PLAIN = new TypeReference<>() {};

    private final EndpointService endpoints;
    private final ParameterResolution resolution;
    private final JsonMapper json;

    RunParameters(EndpointService endpoints, ParameterResolution resolution, JsonMapper json) {
        this.endpoints = endpoints;
        this.resolution = resolution;
        this.json = json;
    }

    /// Returns the attributes of a configuration that tell what an execution was asked for; null when nothing was
    /// chosen.
    static @Nullable Map<String, @Nullable Object> attributes(ExecutionRequest request) {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        if (!request.parameters().isEmpty()) {
            asked.put(REFERENCE, kept(request.parameters()));
        }
        if (!request.metrics().isEmpty()) {
            asked.put(
                    "metrics",
                    request.metrics().stream().map(RunParameters::kept).toList());
        }
        if (request.evaluationModelId() != null) {
            asked.put("evaluation_model_id", request.evaluationModelId().toString());
        }
        return asked.isEmpty() ? null : asked;
    }

    private static Map<String, Object> kept(MetricChoice choice) {
        Map<String, Object> kept = new LinkedHashMap<>();
        if (choice.id() != null) {
            kept.put("id", choice.id().toString());
        }
        if (choice.name() != null) {
            kept.put("name", choice.name());
        }
        if (choice.scope() != null) {
            kept.put("scope", choice.scope());
        }
        return kept;
    }

    private static Map<String, Object> kept(ParameterReference asked) {
        Map<String, Object> kept = new LinkedHashMap<>();
        if (asked.experimentId() != null) {
            kept.put("experiment_id", asked.experimentId().toString());
        }
        if (asked.version() != null) {
            kept.put("version", asked.version());
        }
        if (asked.environment() != null) {
            kept.put("environment", asked.environment());
        }
        return kept;
    }

    /// Finds the values that a reference leads to in the project of the endpoint; none without a reference.
    ///
    /// @throws ProblemException 422 naming the field that leads to none
    ParameterSnapshot resolve(PinnedTarget target, ParameterReference asked) {
        if (asked.isEmpty()) {
            return ParameterSnapshot.NONE;
        }
        UUID project = target.endpointId() == null
                ? null
                : endpoints.get(target.endpointId()).endpoint().getProjectId();
        if (project == null) {
            throw Problem.invalid(field(asked), "needs an endpoint of a project, which has the parameters")
                    .exception();
        }
        ResolvedParameters resolved = resolve(project, asked);
        return ParameterSnapshot.of(resolved, json.convertValue(resolved.schema(), PLAIN));
    }

    private ResolvedParameters resolve(UUID project, ParameterReference asked) {
        try {
            return resolution.resolve(project, asked);
        } catch (ProblemException nowhere) {
            Problem problem = nowhere.problem();
            String field = String.valueOf(problem.members().getOrDefault("field", field(asked)));
            throw Problem.invalid(field, "leads to no parameters: " + problem.detail())
                    .exception();
        }
    }

    private static String field(ParameterReference asked) {
        if (asked.experimentId() != null) {
            return "experiment_id";
        }
        return asked.version() == null ? "environment" : "version";
    }
}
