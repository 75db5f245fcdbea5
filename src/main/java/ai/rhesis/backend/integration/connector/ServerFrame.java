package ai.rhesis.backend.integration.connector;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A message of the server to a program.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
sealed interface ServerFrame {

    /// The greeting.
    @JsonTypeName("connected")
    record Connected(String status, UUID connectionId, UUID organizationId, UUID userId) implements ServerFrame {}

    /// The answer to a registration.
    ///
    /// @param error why nothing was registered
    /// @param errors what was not registered of it
    @JsonTypeName("registered")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Registered(
            String status,
            @Nullable Stats syncStats,
            @Nullable String error,
            @Nullable List<String> errors,
            @Nullable String message)
            implements ServerFrame {

        static Registered refused(String error) {
            return new Registered("error", null, error, null, null);
        }

        static Registered done(Stats stats) {
            List<String> errors = stats.errors();
            return errors.isEmpty()
                    ? new Registered("success", stats, null, null, null)
                    : new Registered(
                            "error", stats, null, errors, errors.size() + " of what was sent could not be registered");
        }
    }

    /// The changes that a registration made, those of metrics apart.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stats(
            int created,
            int updated,
            int markedInactive,
            List<String> errors,
            @Nullable SyncStats metricSync) {

        static Stats of(SyncStats functions, @Nullable SyncStats metrics) {
            return new Stats(
                    functions.created(), functions.updated(), functions.markedInactive(), functions.errors(), metrics);
        }
    }

    /// A call of a function.
    @JsonTypeName("execute_test")
    record ExecuteFunction(
            String testRunId,
            String functionName,
            ObjectNode inputs,
            Object parameters,
            @Nullable Object parameterVersion,
            @Nullable Object parameterExperimentId,
            @Nullable Object parameterSource,
            @Nullable Object parameterSourceEnvironment,
            @Nullable Object parameterSchema)
            implements ServerFrame {

        static ExecuteFunction of(String callId, FunctionCall call) {
            Map<String, @Nullable Object> snapshot = call.parameters();
            Object values = snapshot.get("parameters");
            return new ExecuteFunction(
                    callId,
                    call.function(),
                    call.inputs(),
                    values == null ? Map.of() : values,
                    snapshot.get("parameter_version"),
                    snapshot.get("parameter_experiment_id"),
                    snapshot.get("parameter_source"),
                    snapshot.get("parameter_source_environment"),
                    snapshot.get("parameter_schema"));
        }
    }

    /// A call of a metric.
    @JsonTypeName("execute_metric")
    record ExecuteMetric(String metricRunId, String metricName, MetricCall.Inputs inputs) implements ServerFrame {}

    /// The answer to a ping.
    @JsonTypeName("pong")
    record Pong() implements ServerFrame {}

    /// A refusal of a message.
    @JsonTypeName("error")
    record Fault(String detail) implements ServerFrame {}
}
