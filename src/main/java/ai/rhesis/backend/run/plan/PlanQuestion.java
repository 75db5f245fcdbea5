package ai.rhesis.backend.run.plan;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.statistics.Alternative;
import ai.rhesis.backend.platform.statistics.Power;
import ai.rhesis.backend.platform.statistics.Significance;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The change that a comparison is to see, and how surely.
///
/// @param endpointId the endpoint whose last runs tell what to expect
/// @param detect the change of the pass rate, as a fraction
record PlanQuestion(@Nullable UUID endpointId, double detect, Power power) {

    private static final double MAX_ALPHA = 0.2;
    private static final double MIN_POWER = 0.5;

    /// @throws ai.rhesis.backend.platform.problem.ProblemException 400 naming the parameter that is out of bounds
    static PlanQuestion of(Function<String, @Nullable String> parameters) {
        double detect = number("detect", parameters, Power.DEFAULT_DETECT);
        double alpha = number("alpha", parameters, Significance.DEFAULT_ALPHA);
        double power = number("power", parameters, Power.DEFAULT_POWER);
        require("detect", detect > 0 && detect < 1, "must be above 0 and below 1");
        require("power", power >= MIN_POWER && power < 1, "must be 0.5 or more and below 1");
        require("alpha", alpha > 0 && alpha <= MAX_ALPHA, "must be above 0 and at most " + MAX_ALPHA);
        return new PlanQuestion(
                id(parameters.apply("endpoint_id")),
                detect,
                new Power(new Significance(alpha, side(parameters.apply("alternative"))), power));
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw Problem.badRequest("endpoint_id", "must be a UUID").exception();
        }
    }

    /// Reads a number; what is none is out of every bound.
    private static double number(String name, Function<String, @Nullable String> parameters, double defaultValue) {
        String text = parameters.apply(name);
        if (text == null) {
            return defaultValue;
        }
        return text.matches("\\d{0,3}(\\.\\d{1,15})?") && !text.isEmpty() ? Double.parseDouble(text) : Double.NaN;
    }

    private static Alternative side(@Nullable String text) {
        return text == null
                ? Alternative.TWO_SIDED
                : Alternative.named(text)
                        .orElseThrow(() -> Problem.notOneOf("alternative", Alternative.words())
                                .exception());
    }

    private static void require(String parameter, boolean holds, String rule) {
        if (!holds) {
            throw Problem.badRequest(parameter, rule).exception();
        }
    }
}
