package ai.rhesis.backend.run.start;

import static java.util.Objects.requireNonNullElse;

import ai.rhesis.backend.metric.metric.MetricsSource;
import ai.rhesis.backend.run.early.StopWhen;
import ai.rhesis.backend.run.testrun.RunMode;
import ai.rhesis.backend.suite.testcase.PassRule;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The options of an execution.
///
/// @param executionMode `Sequential` has one call in flight at a time
/// @param maxConcurrency how many calls to the target may be in flight at a time, on all nodes together
/// @param repetitions how often each test is run, where neither it nor its set says so
/// @param passRule how many of the repetitions must pass, likewise; `all` where nobody says so
/// @param stopWhen the verdict at which the run ends early, its tests being run in a seeded random order
/// @param timeoutSeconds how long one answer of the target may take, and one judgement
/// @param deadlineSeconds how long the run may take; what is not done by then is an error
public record ExecutionOptions(
        @Pattern(regexp = "(?i)parallel|sequential", message = "must be Parallel or Sequential")
        String executionMode,

        @Min(1) @Max(MAX_CALLS) Integer maxConcurrency,
        @Min(1) @Max(PassRule.MAX_REPETITIONS) Integer repetitions,
        @Min(1) @Max(600) Integer timeoutSeconds,
        @Min(1) @Max(MAX_DEADLINE) Integer deadlineSeconds,
        @Nullable PassRule passRule,
        @Valid @Nullable StopWhen stopWhen) {

    public static final int MAX_CALLS = 500;
    static final int MAX_DEADLINE = 7 * 86_400;

    private static final String PARALLEL = "Parallel";
    private static final int DEFAULT_CALLS = 10;
    private static final int DEFAULT_TIMEOUT = 120;
    private static final int DEFAULT_DEADLINE = 86_400;

    static final ExecutionOptions DEFAULT =
            new ExecutionOptions(PARALLEL, DEFAULT_CALLS, 1, DEFAULT_TIMEOUT, DEFAULT_DEADLINE, null, null);

    public ExecutionOptions {
        executionMode = requireNonNullElse(executionMode, PARALLEL);
        maxConcurrency = requireNonNullElse(maxConcurrency, DEFAULT_CALLS);
        repetitions = requireNonNullElse(repetitions, 1);
        timeoutSeconds = requireNonNullElse(timeoutSeconds, DEFAULT_TIMEOUT);
        deadlineSeconds = requireNonNullElse(deadlineSeconds, DEFAULT_DEADLINE);
    }

    ExecutionOptions with(@Nullable StopWhen resolved) {
        return new ExecutionOptions(
                executionMode, maxConcurrency, repetitions, timeoutSeconds, deadlineSeconds, passRule, resolved);
    }

    public int maxCalls() {
        return isSequential() ? 1 : maxConcurrency;
    }

    /// Tells whether each test waits until the target has answered the one before it, in the order of the set.
    @JsonIgnore
    public boolean isSequential() {
        return !executionMode.equalsIgnoreCase(PARALLEL);
    }

    RunMode mode(MetricsSource source) {
        return RunMode.of(isSequential(), source);
    }

    public Duration timeout() {
        return Duration.ofSeconds(timeoutSeconds);
    }
}
