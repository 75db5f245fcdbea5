package ai.rhesis.backend.integration.conversation;

import org.jspecify.annotations.Nullable;

/// What the user of a multi-turn test is after and how: the test's `test_configuration`.
public record Script(
        String goal,
        @Nullable String instructions,
        @Nullable String restrictions,
        @Nullable String scenario,
        @Nullable String context,
        int minTurns,
        int maxTurns) {}
