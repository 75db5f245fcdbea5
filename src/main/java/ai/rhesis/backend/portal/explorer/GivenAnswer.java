package ai.rhesis.backend.portal.explorer;

import org.jspecify.annotations.Nullable;

/// The answer of an endpoint, or the reason why there is none.
///
/// @param output empty where there is an error
public record GivenAnswer(String output, @Nullable String error) {

    /// The output of an endpoint that said nothing.
    private static final String NO_OUTPUT = "[no output]";

    static GivenAnswer of(@Nullable String output) {
        return new GivenAnswer(output == null || output.isBlank() ? NO_OUTPUT : output, null);
    }

    public static GivenAnswer failed(String error) {
        return new GivenAnswer("", error);
    }

    /// Tells whether an output says something that can be judged.
    public static boolean isSaid(String output) {
        return !output.isBlank() && !output.equals(NO_OUTPUT);
    }
}
