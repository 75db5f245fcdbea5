package ai.rhesis.backend.sdk;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Calls the server as the published Python SDK does: no path ends in a slash, and every answer is parsed as JSON.
record Sdk(Api api) {

    /// Stores an object that has no id yet.
    JsonNode push(String path, Map<String, ?> fields) {
        return body(api.post("/" + path, fields));
    }

    /// Stores an object that was pulled before, with all that it came with.
    JsonNode push(String path, JsonNode pulled) {
        return body(api.put("/" + path + "/" + pulled.path("id").asString(), pulled));
    }

    /// Stores a file about an object.
    JsonNode upload(String type, JsonNode about, String name, String content) {
        String address =
                "/files?entity_type=" + type + "&entity_id=" + about.path("id").asString();
        return body(api.upload(address, Map.of(name, content.getBytes()))).get(0);
    }

    JsonNode pull(String path, String id) {
        return body(api.get("/" + path + "/" + id));
    }

    /// The objects whose `key` is this name, in any case.
    JsonNode pull(String path, String key, String name) {
        String filter = "tolower(" + key + ") eq '" + name.toLowerCase(Locale.ROOT) + "'";
        return body(api.get("/" + path + "?$filter={filter}", filter));
    }

    JsonNode first(String path) {
        return body(api.get("/" + path + "?limit=1")).get(0);
    }

    JsonNode delete(String path, String id) {
        return body(api.delete("/" + path + "/" + id));
    }

    boolean exists(String path, String id) {
        return api.get("/" + path + "/" + id).status() < 400;
    }

    private static JsonNode body(Answer answer) {
        if (answer.status() >= 400 || answer.json().isMissingNode()) {
            throw new AssertionError("The SDK can't go on with " + answer);
        }
        return answer.json();
    }
}
