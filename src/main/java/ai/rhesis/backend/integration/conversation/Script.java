package ai.rhesis.backend.integration.conversation;

import org.jspecify.annotations.Nullable;

/// The task of the user in a multi-turn test: its `test_configuration`.
public record Script(
        String goal,
        @Nullable String instructions,
        @Nullable String restrictions,
        @Nullable String scenario,
        @Nullable String context,
        int minTurns,
        int maxTurns) {}
