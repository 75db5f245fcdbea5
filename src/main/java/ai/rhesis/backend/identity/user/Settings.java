package ai.rhesis.backend.identity.user;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The settings of a user, of which only what differs from the initial values is stored.
final class Settings {

    private static final int VERSION = 1;
    private static final String MODELS = "models";
    private static final String DEFAULT_PROJECT = "default_project";
    private static final Set<String> READ_ONLY =
            Set.of("version", "is_verified", "permitted_actions", "polyphemus_access", "terms");

    private Settings() {}

    /// Lays the stored settings over the initial values.
    static Map<String, @Nullable Object> complete(User user) {
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        settings.put("version", VERSION);
        settings.putAll(part(SettingTree.WRITABLE.initial()));
        settings.put(DEFAULT_PROJECT, null);
        Map<String, @Nullable Object> merged = merge(settings, user.getSettings());
        merged.put("polyphemus_access", null);
        merged.put("terms", null);
        merged.put("is_verified", user.isEmailVerified());
        merged.put("permitted_actions", List.of());
        return merged;
    }

    /// Merges a change deeply, as RFC 7396 does: an object is merged, null takes a key away (its initial value is
    /// back then), the rest replaces.
    static Map<String, @Nullable Object> merge(
            Map<String, @Nullable Object> current, Map<String, @Nullable Object> change) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(current);
        change.forEach((key, value) -> {
            if (value == null) {
                merged.remove(key);
            } else {
                merged.put(key, value instanceof Map<?, ?> part ? merge(part(merged.get(key)), part(part)) : value);
            }
        });
        return merged;
    }

    /// @throws ProblemException 422 naming every key that can't be changed, is none, or has a value of the wrong kind
    static void check(Map<String, @Nullable Object> change) {
        List<Violation> violations = new ArrayList<>();
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(change);
        rest.keySet().removeAll(READ_ONLY);
        change.keySet().stream()
                .filter(READ_ONLY::contains)
                .forEach(key -> violations.add(Violation.ofBody(key, "read_only", "can't be changed here")));
        SettingTree.DEFAULT_PROJECT.check(DEFAULT_PROJECT, rest.remove(DEFAULT_PROJECT), violations);
        SettingTree.WRITABLE.check("", rest, violations);
        refuse(violations);
    }

    /// Returns the models that a change names, by their place in the body.
    static Map<String, UUID> modelsIn(Map<String, @Nullable Object> change) {
        Map<String, UUID> models = new LinkedHashMap<>();
        part(change.get(MODELS))
                .forEach((purpose, chosen) -> part(chosen).forEach((key, value) -> {
                    if (value != null && key.endsWith("model_id")) {
                        models.put(MODELS + "." + purpose + "." + key, UUID.fromString(value.toString()));
                    }
                }));
        return models;
    }

    /// Returns the default project that a change names; null when it names none.
    static @Nullable UUID projectIn(Map<String, @Nullable Object> change) {
        return id(part(change.get(DEFAULT_PROJECT)).get("project_id"));
    }

    /// @throws ProblemException 422 unless the default project has an id and a name, or is none
    static Map<String, @Nullable Object> requireWhole(Map<String, @Nullable Object> stored) {
        List<Violation> violations = new ArrayList<>();
        if (stored.containsKey(DEFAULT_PROJECT)) {
            Map<String, @Nullable Object> project = part(stored.get(DEFAULT_PROJECT));
            part(SettingTree.DEFAULT_PROJECT.initial()).keySet().stream()
                    .filter(key -> project.get(key) == null)
                    .forEach(key ->
                            violations.add(Violation.ofBody(DEFAULT_PROJECT + "." + key, "missing", "is required")));
        }
        refuse(violations);
        return stored;
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
    }

    /// Returns the model that is stored for a purpose; null when none is.
    static @Nullable UUID modelFor(Map<String, @Nullable Object> stored, ModelPurpose purpose) {
        return id(part(part(stored.get(MODELS)).get(purpose.key())).get("model_id"));
    }

    private static @Nullable UUID id(@Nullable Object value) {
        return value == null ? null : UUID.fromString(value.toString());
    }

    @SuppressWarnings("unchecked") // the keys of JSON objects are strings
    private static Map<String, @Nullable Object> part(@Nullable Object value) {
        return value instanceof Map<?, ?> part ? (Map<String, @Nullable Object>) part : Map.of();
    }
}
