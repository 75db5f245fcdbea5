package ai.rhesis.backend.suite.generation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A cell of a plan: what a test is about. A topic that is null is for the model to choose.
public record Cell(
        String requirement, String category, @Nullable String topic) {

    private static final String NO_TOPIC = "General";

    /// Tells whether a test is about this cell; what a test leaves out is taken to fit.
    boolean fits(GeneratedCase test) {
        return fits(requirement, test.requirement()) && fits(category, test.category()) && fits(topic, test.topic());
    }

    /// Gives a test the names of this cell, in its spelling.
    GeneratedCase named(GeneratedCase test) {
        return test.about(requirement, category, topic == null ? orElse(test.topic(), NO_TOPIC) : topic);
    }

    private static String orElse(@Nullable String told, String otherwise) {
        return told == null ? otherwise : told;
    }

    private static boolean fits(@Nullable String wanted, @Nullable String told) {
        return wanted == null || told == null || loose(wanted).equals(loose(told));
    }

    /// Leaves out what models change in names.
    static String loose(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{P}\\p{S}\\s]+", " ")
                .strip();
    }
}
