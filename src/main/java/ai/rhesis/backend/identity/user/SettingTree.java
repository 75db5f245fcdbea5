package ai.rhesis.backend.identity.user;

import static ai.rhesis.backend.identity.user.SettingType.FLAG;
import static ai.rhesis.backend.identity.user.SettingType.ID;
import static ai.rhesis.backend.identity.user.SettingType.PAGE_SIZE;
import static ai.rhesis.backend.identity.user.SettingType.STEP;
import static ai.rhesis.backend.identity.user.SettingType.TEMPERATURE;
import static ai.rhesis.backend.identity.user.SettingType.TEXT;
import static ai.rhesis.backend.identity.user.SettingType.TIME;
import static ai.rhesis.backend.identity.user.SettingType.TOKENS;

import ai.rhesis.backend.platform.problem.Violation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A known setting: a section of others, or a value of a type.
sealed interface SettingTree {

    /// The settings that a user may change.
    SettingTree WRITABLE = section(
            "models", models(),
            "ui", section("theme", TEXT, "density", TEXT, "sidebar_collapsed", FLAG, "default_page_size", PAGE_SIZE),
            "notifications",
                    section(
                            "email", section("test_run_complete", FLAG, "test_failures", FLAG, "weekly_summary", FLAG),
                            "in_app", section("test_run_complete", FLAG, "mentions", FLAG)),
            "localization", section("language", TEXT, "timezone", TEXT, "date_format", TEXT, "time_format", TEXT),
            "privacy", section("show_email", FLAG, "show_activity", FLAG),
            "onboarding",
                    section(
                            "project_created", STEP,
                            "endpoint_setup", STEP,
                            "users_invited", STEP,
                            "test_cases_created", STEP,
                            "dismissed", STEP,
                            "last_updated", TIME));

    /// The project that a client opens first: all of it is there, or none.
    SettingTree DEFAULT_PROJECT = section("project_id", ID, "name", TEXT);

    /// Adds what is wrong with a value that a client sent for the setting at this path.
    void check(String path, @Nullable Object sent, List<Violation> violations);

    /// Returns the value of a setting that nobody has changed.
    @Nullable
    Object initial();

    private static SettingTree models() {
        Map<String, SettingTree> purposes = new LinkedHashMap<>();
        Arrays.stream(ModelPurpose.values())
                .forEach(purpose -> purposes.put(
                        purpose.key(),
                        section(
                                "model_id", ID,
                                "fallback_model_id", ID,
                                "temperature", TEMPERATURE,
                                "max_tokens", TOKENS)));
        return new Section(purposes);
    }

    private static SettingTree section(Object... namesAndParts) {
        Map<String, SettingTree> parts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndParts.length; i += 2) {
            Object part = namesAndParts[i + 1];
            parts.put(
                    namesAndParts[i].toString(),
                    part instanceof SettingType type ? new Value(type) : (SettingTree) part);
        }
        return new Section(parts);
    }

    /// Settings under names.
    record Section(Map<String, SettingTree> parts) implements SettingTree {

        @Override
        public void check(String path, @Nullable Object sent, List<Violation> violations) {
            if (sent instanceof Map<?, ?> values) {
                values.forEach((name, value) -> check(path, String.valueOf(name), value, violations));
            } else if (sent != null) {
                violations.add(Violation.ofBody(path, "type_error", "must be an object"));
            }
        }

        private void check(String path, String name, @Nullable Object value, List<Violation> violations) {
            String place = path.isEmpty() ? name : path + "." + name;
            SettingTree part = parts.get(name);
            if (part == null) {
                violations.add(Violation.ofBody(
                        place,
                        "extra_forbidden",
                        "is not a setting; allowed are " + String.join(", ", parts.keySet())));
            } else {
                part.check(place, value, violations);
            }
        }

        @Override
        public Map<String, @Nullable Object> initial() {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            parts.forEach((name, part) -> values.put(name, part.initial()));
            return values;
        }
    }

    /// One setting.
    record Value(SettingType type) implements SettingTree {

        @Override
        public void check(String path, @Nullable Object sent, List<Violation> violations) {
            if (sent != null && !type.accepts(sent)) {
                violations.add(Violation.ofBody(path, "value_error", type.rule()));
            }
        }

        @Override
        public @Nullable Object initial() {
            return type.initial();
        }
    }
}
