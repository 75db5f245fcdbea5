package ai.rhesis.backend.suite.fileformat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An assertion of promptfoo, kept as an object with `type` and `value`, written as one or as the text of a cell.
public final class PromptfooAssertion {

    /// Assertions whose value is what the answer is compared with.
    private static final Set<String> REFERENCES = Set.of(
            "equals",
            "similar",
            "factuality",
            "model-graded-factuality",
            "levenshtein",
            "rouge-n",
            "bleu",
            "gleu",
            "meteor");

    private static final Set<String> PROGRAMS = Set.of("javascript", "python", "ruby", "webhook");

    private static final Set<String> LISTS = Set.of("contains-all", "contains-any", "icontains-all", "icontains-any");

    // the types that a cell can name before a colon; anything else is a text to be equal to
    private static final Pattern IN_CELL = Pattern.compile("(?s)(not-)?(answer-relevance|bleu|classifier|contains|"
            + "contains-all|contains-any|contains-html|contains-json|contains-sql|contains-xml|context-faithfulness|"
            + "context-recall|context-relevance|conversation-relevance|cost|equals|factuality|finish-reason|g-eval|"
            + "gleu|guardrails|icontains|icontains-all|icontains-any|is-html|is-json|is-refusal|is-sql|"
            + "is-valid-function-call|is-valid-openai-function-call|is-valid-openai-tools-call|is-xml|javascript|"
            + "latency|levenshtein|llm-rubric|meteor|model-graded-closedqa|model-graded-factuality|moderation|"
            + "perplexity|perplexity-score|pi|python|regex|rouge-n|ruby|search-rubric|similar|starts-with|tool-call-f1|"
            + "webhook|word-count)(?:\\(([0-9]+(?:\\.[0-9]+)?)\\))?(?::(.*))?");

    private static final Pattern SCRIPT = Pattern.compile("(?s)(?:fn|eval):(.*)");
    private static final Pattern SCRIPT_FILE = Pattern.compile("(?s)file://.*\\.(js|cjs|mjs|ts|py|rb)(?::.*)?");

    private PromptfooAssertion() {}

    /// Reads an assertion; null for a blank text.
    public static @Nullable ObjectNode of(JsonNode written) {
        if (written instanceof ObjectNode object) {
            ObjectNode copy = object.deepCopy();
            if (copy.path("value").isString()) {
                copy.put("value", PromptfooText.unescape(copy.path("value").stringValue()));
            }
            return copy;
        }
        String text = PromptfooText.unescape(written.asString("").strip());
        return text.isBlank() ? null : ofText(text);
    }

    private static ObjectNode ofText(String text) {
        Matcher script = SCRIPT.matcher(text);
        if (script.matches()) {
            return make("javascript", script.group(1).strip());
        }
        Matcher file = SCRIPT_FILE.matcher(text);
        if (file.matches()) {
            String suffix = file.group(1);
            return make(suffix.equals("py") ? "python" : suffix.equals("rb") ? "ruby" : "javascript", text);
        }
        Matcher cell = IN_CELL.matcher(text.startsWith("grade:") ? "llm-rubric:" + text.substring(6) : text);
        return cell.matches() && (cell.group(4) != null || !cell.group(2).equals("pi"))
                ? ofCell(cell)
                : make("equals", text);
    }

    private static ObjectNode ofCell(Matcher cell) {
        String type = (cell.group(1) == null ? "" : "not-") + cell.group(2);
        String value = cell.group(4);
        ObjectNode assertion = make(type, value == null ? null : value.strip());
        if (value != null && LISTS.contains(cell.group(2))) {
            assertion.set("value", PromptfooList.of(value));
        }
        if (cell.group(3) != null) {
            assertion.put("threshold", Double.parseDouble(cell.group(3)));
        }
        return assertion;
    }

    private static ObjectNode make(String type, @Nullable String value) {
        ObjectNode assertion = JsonNodeFactory.instance.objectNode().put("type", type);
        return value == null ? assertion : assertion.put("value", value);
    }

    /// Names the parts that this server does not run.
    public static List<String> remarks(ObjectNode assertion) {
        List<String> remarks = new ArrayList<>();
        String type = assertion.path("type").asString("").replaceFirst("^not-", "");
        if (PROGRAMS.contains(type)) {
            remarks.add(type + " is never run; the assertion stays as data");
        } else if (assertion.path("value").asString("").startsWith(PromptfooText.FILE)) {
            remarks.add("names a file, which is never read; the assertion stays as data");
        }
        return remarks;
    }

    /// Finds the text with which the first assertion compares the whole answer.
    public static @Nullable String reference(Iterable<JsonNode> assertions) {
        for (JsonNode assertion : assertions) {
            if (REFERENCES.contains(assertion.path("type").asString(""))
                    && assertion.path("value").isString()) {
                return assertion.path("value").stringValue();
            }
        }
        return null;
    }

    /// Tells whether the expected response says all that these assertions do.
    public static boolean isBareReference(List<JsonNode> assertions) {
        return assertions.size() == 1
                && assertions.getFirst().size() == 2
                && assertions.getFirst().path("type").asString("").equals("equals")
                && assertions.getFirst().path("value").isString();
    }
}
