package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.integration.connector.RegisteredMetric;
import ai.rhesis.backend.integration.connector.SdkService;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The link of a metric to the programs that have it, which clients read as `sdk_connection` in its examples.
///
/// @param services the services whose programs registered it last; one without a project is empty
record ProgramLink(String name, List<String> parameters, Set<String> services) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CONNECTION = "sdk_connection";
    private static final String PARAMETERS = "accepted_params";
    private static final String SERVICES = "services";

    /// Reads the link out of a metric's examples; null where they tell of none.
    static @Nullable ProgramLink read(@Nullable String examples) {
        JsonNode connection = tree(examples).path(CONNECTION);
        return connection.isObject()
                ? new ProgramLink(
                        connection.path("metric_name").asString(""),
                        texts(connection.path(PARAMETERS)),
                        new LinkedHashSet<>(texts(connection.path(SERVICES))))
                : null;
    }

    /// Returns the link after a program of a service registered the metric.
    static ProgramLink of(RegisteredMetric metric, @Nullable SdkService service, @Nullable ProgramLink before) {
        Set<String> services = new LinkedHashSet<>(before == null ? Set.of() : before.services());
        services.add(word(service));
        return new ProgramLink(metric.name(), metric.parameters(), services);
    }

    boolean isOf(@Nullable SdkService service) {
        return services.contains(word(service));
    }

    /// Returns the link after the programs of a service no longer have the metric.
    ProgramLink without(@Nullable SdkService service) {
        String left = word(service);
        return new ProgramLink(
                name,
                parameters,
                services.stream()
                        .filter(word -> !word.equals(left))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static String word(@Nullable SdkService service) {
        return service == null ? "" : service.projectId() + " " + service.environment();
    }

    /// Writes the link into a metric's examples; what else is JSON there stays.
    String over(@Nullable String examples, Instant now) {
        ObjectNode tree = tree(examples);
        ObjectNode connection = tree.putObject(CONNECTION).put("metric_name", name);
        put(connection.putArray(PARAMETERS), parameters);
        put(connection.putArray(SERVICES), services);
        connection.put("last_registered", now.toString());
        return tree.toString();
    }

    private static void put(ArrayNode array, Iterable<String> texts) {
        texts.forEach(array::add);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(text -> text.asString("")).toList();
    }

    private static ObjectNode tree(@Nullable String examples) {
        try {
            return examples != null && JSON.readTree(examples) instanceof ObjectNode tree
                    ? tree
                    : JSON.createObjectNode();
        } catch (JacksonException noJson) {
            return JSON.createObjectNode();
        }
    }
}
