package ai.rhesis.backend.integration.conversation;

import ai.rhesis.backend.annotation.file.AttachedFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The task of the user in a multi-turn test: its `test_configuration`.
///
/// @param files that the user can send; none where the target takes none
public record Script(
        String goal,
        @Nullable String instructions,
        @Nullable String restrictions,
        @Nullable String scenario,
        @Nullable String context,
        int minTurns,
        int maxTurns,
        List<AttachedFile> files) {

    /// Returns the same task with files that the user can send.
    public Script with(List<AttachedFile> attached) {
        return new Script(goal, instructions, restrictions, scenario, context, minTurns, maxTurns, attached);
    }
}
