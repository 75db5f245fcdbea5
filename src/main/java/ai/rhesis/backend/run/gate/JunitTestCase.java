package ai.rhesis.backend.run.gate;

import ai.rhesis.backend.run.gate.JunitQueries.ListedTestCase;
import ai.rhesis.backend.run.gate.JunitResultQueries.JunitResults;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A test of a run with all of its results, as a JUnit report tells it.
///
/// @param outcome `pass`, `fail` or `error`; null where the test has no result
record JunitTestCase(ListedTestCase listed, @Nullable String outcome, JunitResults results) {

    boolean isSkipped() {
        return listed.quarantine() != null || outcome == null;
    }

    boolean isFailed() {
        return !isSkipped() && "fail".equals(outcome);
    }

    boolean isError() {
        return !isSkipped() && "error".equals(outcome);
    }

    /// Lists what went wrong: one remark for each metric that a repetition failed, each metric once.
    List<Remark> failures() {
        List<Remark> all = new ArrayList<>();
        broken().flatMap(result -> result.path("metrics").valueStream())
                .map(metric -> Remark.of(metric, "name"))
                .filter(remark -> all.stream().noneMatch(known -> known.type().equals(remark.type())))
                .forEachOrdered(all::add);
        return all.isEmpty() ? List.of(counted()) : all;
    }

    /// Returns the first error of the test.
    Remark error() {
        return broken().findFirst()
                .map(result -> Remark.of(result, "error_type"))
                .orElseGet(this::counted);
    }

    /// Lists one remark for each repetition that did not pass of a test that passes all the same.
    List<Remark> flaky() {
        return "pass".equals(outcome) && !isSkipped()
                ? broken().map(JunitTestCase::ofRepetition).toList()
                : List.of();
    }

    private Stream<JsonNode> broken() {
        JsonNode broken = results.broken();
        return broken == null ? Stream.empty() : broken.valueStream();
    }

    private static Remark ofRepetition(JsonNode result) {
        JsonNode metric = result.path("metrics").path(0);
        return metric.isMissingNode() ? Remark.of(result, "verdict") : Remark.of(metric, "name");
    }

    /// Makes the remark of a rule over repetitions, which can fail though no metric does.
    private Remark counted() {
        long broken = broken().count();
        return new Remark("outcome", "%d of %d repetitions did not pass".formatted(broken, results.repetitions()), "");
    }

    /// @param type the metric, or the kind of error
    record Remark(String type, String message, String text) {

        static Remark of(JsonNode said, String type) {
            String error = said.path("error").asString("");
            String reason = said.path("reason").asString("");
            String text = error.isEmpty() ? reason : error;
            return new Remark(
                    said.path(type).asString("Error"), text.lines().findFirst().orElse(""), text);
        }
    }
}
