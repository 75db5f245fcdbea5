package ai.rhesis.backend.workspace.parameter;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Values of parameters by name.
public record ParameterValues(Map<String, ParameterValue> byName) {

    /// Sorts the values by name, the order in which clients read them.
    public ParameterValues {
        byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    }

    /// Returns the hash of the values under a schema that clients compute as well.
    public String hash(String schemaFingerprint) {
        return CanonicalJson.hash(Map.of("schema_fingerprint", schemaFingerprint, "values", canonical()));
    }

    /// Returns the size of the values as they are hashed, in bytes.
    public int size() {
        return bytes(CanonicalJson.of(canonical()));
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private Map<String, Object> canonical() {
        Map<String, Object> typed = new LinkedHashMap<>();
        byName.forEach(
                (name, value) -> typed.put(name, Map.of("type", value.type().toString(), "value", value.value())));
        return typed;
    }

    /// Returns the values without their types, as templates name them.
    public Map<String, Object> bare() {
        Map<String, Object> bare = new LinkedHashMap<>();
        byName.forEach((name, value) -> bare.put(name, value.value()));
        return bare;
    }
}
