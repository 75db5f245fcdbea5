package ai.rhesis.backend.metric.assertion;

import static ai.rhesis.backend.metric.assertion.Assertion.comparing;
import static ai.rhesis.backend.metric.assertion.Assertion.measuring;
import static ai.rhesis.backend.metric.assertion.Assertion.perhapsComparing;
import static ai.rhesis.backend.metric.assertion.Assertion.scoring;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// The assertions by their names, each beside its negation.
final class AssertionCatalog {

    static final Map<String, Assertion> BY_NAME = Stream.of(
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

    private AssertionCatalog() {}
}
