package ai.rhesis.backend.metric.metric;

import org.jspecify.annotations.Nullable;

/// The judge of the SDK that asks whether a conversation reached its goal, the only class with a question of its own.
final class GoalJudge {

    private static final String CLASS_NAME = "GoalAchievementJudge";

    private static final String QUESTION = """
            Did the conversation reach the goal of its test? Break the goal into criteria that can be checked, and look \
            in the messages for evidence of each. Give the highest score where all criteria are met, the lowest where \
            none is, and in between by their share. What the tested system claims to have done is no evidence that it \
            did it.""";

    private GoalJudge() {}

    /// Returns the prompt as sent, or the question of the class where it sent none; empty for other classes.
    static String promptOr(@Nullable String prompt, @Nullable String className) {
        boolean asksByItself = CLASS_NAME.equals(className) && (prompt == null || prompt.isBlank());
        if (asksByItself) {
            return QUESTION;
        }
        return prompt == null ? "" : prompt;
    }
}
