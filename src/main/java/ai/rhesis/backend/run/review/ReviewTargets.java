package ai.rhesis.backend.run.review;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.run.review.ReviewTarget.TargetType;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The targets of reviews in the object that they are about: metrics by name or slug, turns by number.
final class ReviewTargets {

    private static final Pattern TURN = Pattern.compile("\\s*(?i:turn)?\\s*(\\d{1,6})\\s*");

    private ReviewTargets() {}

    /// Returns the target as it is stored: a metric by its name, a turn as `Turn 2`.
    ///
    /// @throws ProblemException 422 when the object has no such part
    static ReviewTarget find(Reviewed object, ReviewTarget asked) {
        return switch (asked.type()) {
            case METRIC -> new ReviewTarget(TargetType.METRIC, metric(object.metrics(), asked.reference()));
            case TURN -> new ReviewTarget(TargetType.TURN, turn(object, asked.reference()));
            case TEST_RESULT, TRACE -> whole(object.kind().whole(), asked);
        };
    }

    private static ReviewTarget whole(ReviewTarget whole, ReviewTarget asked) {
        if (asked.type() != whole.type()) {
            throw Problem.invalid("target.type", "must be %s, metric or turn here".formatted(whole.type()))
                    .exception();
        }
        return whole;
    }

    private static String metric(List<String> names, @Nullable String reference) {
        String slug = reference == null ? "" : slug(reference);
        return names.stream()
                .filter(name -> name.equals(reference))
                .findFirst()
                .or(() -> names.stream().filter(name -> slug(name).equals(slug)).findFirst())
                .orElseThrow(() -> unknown("must be the name or slug of a metric that judged it"));
    }

    private static String turn(Reviewed object, @Nullable String reference) {
        Matcher number = TURN.matcher(reference == null ? "" : reference);
        if (!number.matches() || !object.hasTurn(Integer.parseInt(number.group(1)))) {
            throw unknown("must be a turn of the conversation, such as Turn 2");
        }
        return "Turn " + Integer.parseInt(number.group(1));
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static RuntimeException unknown(String message) {
        return Problem.invalid("target.reference", message).exception();
    }
}
