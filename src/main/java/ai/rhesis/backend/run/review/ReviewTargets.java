package ai.rhesis.backend.run.review;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.run.review.ReviewTarget.TargetType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The subjects of reviews in their result: metrics by name or slug, turns by number.
@Component
class ReviewTargets {

    private static final Pattern TURN = Pattern.compile("\\s*(?i:turn)?\\s*(\\d{1,6})\\s*");

    private final ReviewedResultQueries results;

    ReviewTargets(ReviewedResultQueries results) {
        this.results = results;
    }

    /// Returns the target as it is stored: a metric by its name, a turn as `Turn 2`.
    ///
    /// @throws ProblemException 422 when the result has no such part
    ReviewTarget find(UUID resultId, ReviewTarget asked) {
        return switch (asked.type()) {
            case TEST_RESULT -> ReviewTarget.WHOLE;
            case METRIC -> new ReviewTarget(TargetType.METRIC, metric(resultId, asked.reference()));
            case TURN -> new ReviewTarget(TargetType.TURN, turn(resultId, asked.reference()));
            case TRACE ->
                throw Problem.invalid("target.type", "must be test_result, metric or turn for a test result")
                        .exception();
        };
    }

    private String metric(UUID resultId, @Nullable String reference) {
        List<String> names = results.metrics(resultId);
        String slug = reference == null ? "" : slug(reference);
        return names.stream()
                .filter(name -> name.equals(reference))
                .findFirst()
                .or(() -> names.stream().filter(name -> slug(name).equals(slug)).findFirst())
                .orElseThrow(() -> unknown("must be the name or slug of a metric that judged the result"));
    }

    private String turn(UUID resultId, @Nullable String reference) {
        Matcher number = TURN.matcher(reference == null ? "" : reference);
        if (!number.matches() || !results.hasTurn(resultId, Integer.parseInt(number.group(1)))) {
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
