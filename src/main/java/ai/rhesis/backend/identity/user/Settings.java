package ai.rhesis.backend.identity.user;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The settings of a user: free objects under fixed names, of which only what differs from the defaults is stored.
final class Settings {

    private static final int VERSION = 1;
    private static final String MODELS = "models";
    private static final List<String> PURPOSES =
            Arrays.stream(ModelPurpose.values()).map(ModelPurpose::key).toList();
    private static final List<String> SECTIONS =
            List.of(MODELS, "ui", "notifications", "localization", "privacy", "onboarding");

    private Settings() {}

    /// What is stored, laid over the defaults.
    static Map<String, @Nullable Object> complete(Map<String, @Nullable Object> stored) {
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        settings.put("version", VERSION);
        SECTIONS.forEach(section -> settings.put(section, section.equals(MODELS) ? noModels() : Map.of()));
        return merge(settings, stored);
    }

    private static Map<String, @Nullable Object> noModels() {
        Map<String, @Nullable Object> models = new LinkedHashMap<>();
        for (String purpose : PURPOSES) {
            Map<String, @Nullable Object> none = new LinkedHashMap<>();
            none.put("model_id", null);
            models.put(purpose, none);
        }
        return models;
    }

    /// Deep, as RFC 7396: an object is merged, null takes a key away (its default is back then), the rest replaces.
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

    /// The known sections of what a client sent.
    ///
    /// @throws ProblemException 422 naming every section that is no object
    static Map<String, @Nullable Object> checked(Map<String, @Nullable Object> change) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>(change);
        known.keySet().retainAll(SECTIONS);
        List<Violation> violations = known.entrySet().stream()
                .filter(section -> section.getValue() != null && !(section.getValue() instanceof Map))
                .map(section -> Violation.ofBody(section.getKey(), "type_error", "must be an object"))
                .toList();
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
        checkModels(part(known.get(MODELS)));
        return known;
    }

    /// The model that is stored for a purpose; null when none is.
    static @Nullable UUID modelFor(Map<String, @Nullable Object> stored, ModelPurpose purpose) {
        Object id = part(part(stored.get(MODELS)).get(purpose.key())).get("model_id");
        return id == null ? null : UUID.fromString(id.toString());
    }

    private static void checkModels(Map<String, @Nullable Object> models) {
        for (String purpose : PURPOSES) {
            Object modelId = part(models.get(purpose)).get("model_id");
            if (modelId != null && !isUuid(modelId.toString())) {
                throw Problem.invalid(MODELS + "." + purpose + ".model_id", "must be a UUID")
                        .exception();
            }
        }
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    @SuppressWarnings("unchecked") // the keys of JSON objects are strings
    private static Map<String, @Nullable Object> part(@Nullable Object value) {
        return value instanceof Map<?, ?> part ? (Map<String, @Nullable Object>) part : Map.of();
    }
}
