package ai.rhesis.backend.identity.user;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The settings of the caller.
@Service
@Transactional
class SettingsService {

    private final UserRepository users;

    SettingsService(UserRepository users) {
        this.users = users;
    }

    @Transactional(readOnly = true)
    Map<String, @Nullable Object> get(UUID id) {
        return Settings.complete(users.get(id));
    }

    /// @throws ProblemException 422 naming every bad key, unknown model and unknown project
    Map<String, @Nullable Object> change(UUID id, Map<String, @Nullable Object> change) {
        Settings.check(change);
        requireModels(Settings.modelsIn(change));
        requireProject(Settings.projectIn(change));
        User user = users.getForUpdate(id);
        user.keepSettings(Settings.requireWhole(Settings.merge(user.getSettings(), change)));
        return Settings.complete(users.save(user));
    }

    private void requireModels(Map<String, UUID> models) {
        Set<UUID> known = models.isEmpty() ? Set.of() : new HashSet<>(users.findModels(models.values()));
        List<Violation> unknown = models.entrySet().stream()
                .filter(model -> !known.contains(model.getValue()))
                .map(model -> Violation.ofBody(model.getKey(), "value_error", "does not exist"))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown).exception();
        }
    }

    private void requireProject(@Nullable UUID project) {
        if (project != null && !users.isProject(project)) {
            throw Problem.invalid("default_project.project_id", "does not exist")
                    .exception();
        }
    }
}
