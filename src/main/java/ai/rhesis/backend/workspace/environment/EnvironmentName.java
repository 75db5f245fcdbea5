package ai.rhesis.backend.workspace.environment;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.List;
import java.util.Set;

/// The rules for names of environments.
final class EnvironmentName {

    static final String PATTERN = "[a-z0-9][a-z0-9._-]{0,62}";
    static final String RULE = "must match ^[a-z0-9][a-z0-9._-]{0,62}$";
    static final String DEFAULT = "default";

    private static final Set<String> BUILT_IN = Set.of(DEFAULT, "development", "staging", "production");

    private EnvironmentName() {}

    /// Tells whether every project has this environment, which then is stored only while it is bound.
    static boolean isBuiltIn(String name) {
        return BUILT_IN.contains(name);
    }

    /// @throws ProblemException 422 about the name in a path
    static void require(String name) {
        if (!name.matches(PATTERN)) {
            throw Problem.invalid(List.of(Violation.at("path", "name", "pattern", RULE)))
                    .exception();
        }
    }
}
