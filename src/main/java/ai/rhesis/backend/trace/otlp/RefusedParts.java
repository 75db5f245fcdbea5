package ai.rhesis.backend.trace.otlp;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The parts of a request that were not taken, counted by reason.
final class RefusedParts {

    private static final int MAX_REASONS = 10;

    private final String parts;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private @Nullable HttpStatus status;

    /// @param parts a word for many of them, such as `spans`
    RefusedParts(String parts) {
        this.parts = parts;
    }

    void add(HttpStatus refusal, String reason) {
        add(refusal, reason, 1);
    }

    /// Counts so many parts; none where that is 0.
    void add(HttpStatus refusal, String reason, int count) {
        if (count == 0) {
            return;
        }
        if (status == null) {
            status = refusal;
        }
        counts.merge(reason, count, Integer::sum);
    }

    void add(Problem refusal) {
        String reason =
                refusal.detail() instanceof List<?> violations && violations.getFirst() instanceof Violation first
                        ? first.field() + " " + first.msg()
                        : String.valueOf(refusal.detail());
        add(refusal.httpStatus(), reason);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Returns each reason behind how many parts it is of.
    String message() {
        return counts.entrySet().stream()
                .limit(MAX_REASONS)
                .map(reason -> reason.getValue() + " " + parts + ": " + reason.getKey())
                .collect(Collectors.joining("; "));
    }

    /// @param taken how many other parts were taken
    /// @throws ProblemException when all were refused, by the first reason
    void requireSome(int taken) {
        if (taken == 0 && status != null) {
            throw Problem.of(status, message()).exception();
        }
    }
}
