package ai.rhesis.backend.metric.assertion;

import static ai.rhesis.backend.metric.assertion.Assertion.comparing;
import static ai.rhesis.backend.metric.assertion.Assertion.measuring;
import static ai.rhesis.backend.metric.assertion.Assertion.perhapsComparing;
import static ai.rhesis.backend.metric.assertion.Assertion.scoring;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.metric.assertion.Assertion.ValueUse;
import ai.rhesis.backend.metric.evaluation.Evidence;
import ai.rhesis.backend.metric.evaluation.Judgement;
import ai.rhesis.backend.platform.compute.TooComplexException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The assertions, and the judgement by the one that a metric's `class_name` names.
public final class Assertions {

    private static final Map<String, Assertion> BY_NAME = Stream.of(
                    comparing("equals", "The output is the value, as text or as JSON.", Containment::equal),
                    comparing("contains", "The output contains the value.", Containment::contains),
                    comparing(
                            "icontains", "The output contains the value in any case.", Containment::containsInAnyCase),
                    comparing("contains-all", "The output contains all values.", Containment::containsAll),
                    comparing(
                            "icontains-all",
                            "The output contains all values in any case.",
                            Containment::containsAllInAnyCase),
                    comparing("contains-any", "The output contains one of the values.", Containment::containsAny),
                    comparing(
                            "icontains-any",
                            "The output contains one of the values in any case.",
                            Containment::containsAnyInAnyCase),
                    comparing("starts-with", "The output starts with the value.", Containment::startsWith),
                    comparing("regex", "A part of the output matches the regular expression.", Containment::matches),
                    perhapsComparing(
                            "is-json", "The output is JSON, and follows the JSON Schema if given.", JsonChecks::isJson),
                    perhapsComparing(
                            "contains-json",
                            "The output contains a JSON object, which follows the JSON Schema if given.",
                            JsonChecks::containsJson),
                    perhapsComparing(
                            "is-xml", "The output is XML, and has the required elements if given.", XmlChecks::isXml),
                    perhapsComparing(
                            "contains-xml",
                            "The output contains XML, which has the required elements if given.",
                            XmlChecks::containsXml),
                    scoring(
                            "levenshtein",
                            "The output is at most as many edits away from the value as the threshold says.",
                            Similarity.DEFAULT_DISTANCE,
                            Similarity::levenshtein),
                    scoring(
                            "rouge-n",
                            "The F1 of the words common with the value (ROUGE-1) reaches the threshold.",
                            Similarity.DEFAULT_ROUGE,
                            Similarity::rouge),
                    scoring(
                            "bleu",
                            "BLEU against the value, or against a JSON array of them, reaches the threshold.",
                            Similarity.DEFAULT_BLEU,
                            Similarity::bleu),
                    scoring(
                            "gleu",
                            "GLEU against the value, or the best of a JSON array of them, reaches the threshold.",
                            Similarity.DEFAULT_BLEU,
                            Similarity::gleu),
                    comparing(
                            "word-count",
                            "The output has as many words as the value says, or between min and max.",
                            Measures::wordCount),
                    measuring(
                            "latency",
                            "The answer took at most as many milliseconds as the threshold.",
                            Measures::latency),
                    measuring("cost", "The answer cost at most as many US dollars as the threshold.", Measures::cost),
                    measuring(
                            "is-refusal",
                            "The output refuses to answer, or is empty.",
                            terms -> RefusalDetection::judge),
                    scoring(
                            "tool-call-f1",
                            "The F1 of the tools called against the value, a list of names, reaches the threshold.",
                            ToolCalls.DEFAULT_F1,
                            ToolCalls::f1))
            .flatMap(assertion -> Stream.of(assertion, assertion.negated()))
            .collect(toMap(Assertion::name, identity(), (one, other) -> one, LinkedHashMap::new));

    private Assertions() {}

    /// Lists the names of all assertions.
    public static Set<String> names() {
        return Collections.unmodifiableSet(BY_NAME.keySet());
    }

    /// Tells the kind of score of an assertion: a number where it is compared with a threshold, else whether it passes.
    public static String scoreTypeOf(String name) {
        Assertion assertion = BY_NAME.get(name);
        return assertion == null || assertion.threshold() == null ? "binary" : "numeric";
    }

    /// Judges an answer. It never throws for what a target answered: an answer that can't be judged is a judgement with
    /// an
    /// error.
    public static Judgement judge(Criterion metric, Evidence evidence) {
        Assertion assertion = BY_NAME.get(metric.className());
        if (assertion == null) {
            return Judgement.error("unknown_assertion", "There is no assertion " + metric.className());
        }
        try {
            AssertionResult result = Effort.bounded(
                    () -> assertion.prepare(terms(metric, evidence.expected())).judge(evidence));
            return Judgement.scored(result.score(), result.passes(), result.fact());
        } catch (UnjudgeableException reason) {
            return Judgement.error(reason.type(), String.valueOf(reason.getMessage()));
        } catch (TooComplexException bound) {
            return Judgement.error(UnjudgeableException.TOO_COMPLEX, "The judgement " + bound.getMessage());
        }
    }

    /// Tells what keeps the metric from ever judging; null when nothing does, as far as can be told before a test
    /// brings its expected response.
    public static @Nullable Flaw flawOf(Criterion metric) {
        Assertion assertion = Objects.requireNonNull(BY_NAME.get(metric.className()));
        if (metric.groundTruthRequired() && assertion.value() != ValueUse.NONE) {
            return null;
        }
        try {
            Effort.bounded(() -> assertion.prepare(terms(metric, "")));
            return null;
        } catch (UnjudgeableException reason) {
            return new Flaw(reason.field(), String.valueOf(reason.getMessage()));
        } catch (TooComplexException bound) {
            return new Flaw("evaluation_prompt", "The value " + bound.getMessage());
        }
    }

    static Collection<Assertion> all() {
        return BY_NAME.values();
    }

    private static Terms terms(Criterion metric, @Nullable String expected) {
        String value = metric.groundTruthRequired() ? expected : metric.evaluationPrompt();
        if (value == null) {
            throw UnjudgeableException.missing("expected_response", "The test has no expected response");
        }
        return new Terms(value, metric.threshold(), metric.thresholdOperator());
    }
}
