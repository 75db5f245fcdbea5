package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.websocket.FrameException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The frame `register` of a program, with its mistakes told by their place.
record RegisterFrame(JsonNode body) {

    private static final int MAX_ENTRIES = 500;
    private static final int MAX_NAME = 255;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    /// @throws FrameException for a mistake
    Registration read() {
        return new Registration(
                service(),
                body.path("sdk_version").asStringOpt().orElse(null),
                entries("functions", RegisterFrame::function),
                entries("metrics", RegisterFrame::metric));
    }

    private @Nullable SdkService service() {
        String project = textOf(body, "project_id");
        return project == null ? null : new SdkService(projectId(project), environment());
    }

    private static UUID projectId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new FrameException("project_id must be the UUID of a project.");
        }
    }

    private String environment() {
        String environment = textOf(body, "environment");
        if (environment != null && !SdkService.ENVIRONMENTS.contains(environment)) {
            throw new FrameException("environment must be one of " + String.join(", ", SdkService.ENVIRONMENTS) + ".");
        }
        return environment == null ? SdkService.DEFAULT_ENVIRONMENT : environment;
    }

    private <T> List<T> entries(String key, BiFunction<String, JsonNode, T> reading) {
        JsonNode list = body.path(key);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MAX_ENTRIES) {
            throw new FrameException(key + " must be a list of at most " + MAX_ENTRIES + ".");
        }
        List<T> entries = new ArrayList<>();
        list.forEach(entry -> entries.add(reading.apply(key + "[" + entries.size() + "]", entry)));
        return List.copyOf(entries);
    }

    private static RegisteredFunction function(String place, JsonNode entry) {
        return new RegisteredFunction(
                name(place, entry),
                object(place, entry, "parameters"),
                textOf(entry, "return_type"),
                object(place, entry, "metadata"));
    }

    private static RegisteredMetric metric(String place, JsonNode entry) {
        return new RegisteredMetric(
                name(place, entry),
                texts(place, entry),
                textOf(entry, "return_type"),
                object(place, entry, "metadata"));
    }

    private static List<String> texts(String place, JsonNode entry) {
        List<JsonNode> parameters = entry.path("parameters").valueStream().toList();
        if (!parameters.stream().allMatch(JsonNode::isString)) {
            throw new FrameException(place + ".parameters must be a list of texts.");
        }
        return parameters.stream().map(JsonNode::asString).toList();
    }

    private static String name(String place, JsonNode entry) {
        String name = textOf(entry, "name");
        if (name == null || name.length() > MAX_NAME) {
            throw new FrameException(place + ".name must be a text of 1 to " + MAX_NAME + " characters.");
        }
        return name;
    }

    private static Map<String, @Nullable Object> object(String place, JsonNode entry, String key) {
        JsonNode object = entry.path(key);
        if (object.isMissingNode() || object.isNull()) {
            return Map.of();
        }
        if (!object.isObject()) {
            throw new FrameException(place + "." + key + " must be an object.");
        }
        return JSON.convertValue(object, OBJECT);
    }

    /// Reads a text; null for none, which clients send as an empty one too.
    private static @Nullable String textOf(JsonNode object, String key) {
        JsonNode value = object.path(key);
        return value.isString() && !value.asString().isBlank() ? value.asString() : null;
    }
}
