package ai.rhesis.backend.suite.generation.draft;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.suite.requirement.Requirement;
import ai.rhesis.backend.suite.requirement.RequirementService;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The requirements of an organization that a model chooses from, and those of everybody where it has none.
@Component
class RequirementNames {

    private static final Map<String, String> STANDARD = Map.of(
            "Reliability", "What the system is for, it does right.",
            "Robustness", "It withstands attacks, and what it was not made for.",
            "Compliance", "It keeps to laws and to the policies of its operator.");

    private final RequirementService requirements;

    RequirementNames(RequirementService requirements) {
        this.requirements = requirements;
    }

    /// Reads the newest of them with their descriptions.
    Map<String, String> all() {
        ListRequest newest = new ListRequest(0, ListRequest.MAX_LIMIT, null, null, null, null, false);
        Map<String, String> all = new LinkedHashMap<>();
        requirements.list(newest).items().forEach(view -> {
            Requirement requirement = view.requirement();
            all.put(requirement.getName(), requirement.getDescription() == null ? "" : requirement.getDescription());
        });
        return all.isEmpty() ? STANDARD : all;
    }

    /// Finds the name that a model means; null when it is none of them.
    static @Nullable String meant(Map<String, String> names, String told) {
        String key = loose(told);
        return names.keySet().stream()
                .filter(name -> loose(name).equals(key))
                .findFirst()
                .orElse(null);
    }

    private static String loose(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
