package ai.rhesis.backend.sdk;

import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Objects of one kind as a program knows them: where they are, how one is made, by which key it is found again,
/// and which key it changes.
record Collection(String path, String key, String changed, Function<Sdk, JsonNode> push) {

    static Collection of(String path, String key, Map<String, ?> body) {
        return of(path, key, sdk -> body);
    }

    /// Of objects that point at others, which are made first.
    static Collection of(String path, String key, Function<Sdk, Map<String, ?>> body) {
        return new Collection(path, key, key, sdk -> sdk.push(path, body.apply(sdk)));
    }

    /// Of objects without a text of their own, which are only found by their id.
    static Collection nameless(String path, Function<Sdk, Map<String, ?>> body) {
        return of(path, "id", body);
    }

    boolean isNamed() {
        return !key.equals("id");
    }

    Collection changing(String other) {
        return new Collection(path, key, other, push);
    }
}
