package ai.rhesis.backend.suite.importing.mapping;

import static java.util.Map.entry;

import ai.rhesis.backend.suite.fileformat.Column;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names that people and tools give to the columns of tests.
final class KnownNames {

    /// Names of what a user says, the likeliest first.
    static final List<String> INPUTS = List.of(
            "prompt_content",
            "prompt",
            "question",
            "query",
            "input",
            "user_input",
            "user_query",
            "user_question",
            "message",
            "user_message",
            "user_prompt",
            "test_prompt",
            "inputs",
            "problem",
            "problem_statement",
            "question_stem",
            "utterance",
            "text",
            "content",
            "ctx",
            // samples of lm-eval
            "doc");

    /// Names of inputs that are lists or objects: turns of MT-bench, arguments of lm-eval.
    static final List<String> LISTED_INPUTS = List.of("turns", "arguments");

    /// Names of what judges may need to know, the likeliest first.
    static final List<String> EVIDENCE = List.of(
            "context",
            "contexts",
            "retrieved_contexts",
            "retrieved_context",
            "retrieval_context",
            "retrieval_contexts",
            "ground_truth_context",
            "reference_contexts",
            "reference_context",
            "retrieved_documents",
            "source_documents",
            "documents",
            "passages",
            "passage",
            "evidence");

    static final Map<String, String> OF_CHAT = Map.of(
            "user", "prompt_content",
            "system", "metadata.system",
            "history", "metadata.history");

    static final Map<String, String> OF_INSTRUCTIONS = Map.of("instruction", "prompt_content");

    static final Map<String, String> OF_GOLDENS = Map.ofEntries(
            entry("input", "prompt_content"),
            entry("expected_output", "expected_response"),
            entry("context", "metadata.context"),
            entry("retrieval_context", "metadata.retrieval_context"),
            entry("additional_metadata", "metadata"),
            entry("actual_output", "metadata.actual_output"),
            entry("source_file", "metadata.source_file"),
            entry("tools_called", "metadata.tools_called"),
            entry("expected_tools", "metadata.expected_tools"),
            entry("comments", "metadata.comments"),
            entry("turns", "metadata.turns"),
            entry("user_description", "metadata.user_description"),
            entry("expected_outcome", "goal"));

    static final Map<String, String> ALIASES = aliases(Map.ofEntries(
            entry("prompt_content", "prompt.content"),
            entry("expected_response", "prompt.expected_response"),
            entry("language_code", "prompt.language_code language lang locale"),
            entry("category", "category_name test_category cat"),
            entry("topic", "topic_name test_topic subject"),
            entry("requirement", "behaviour requirement_name behavior_name test_behavior"),
            entry("test_type", "turn_type"),
            entry("name", "title test_name"),
            entry("description", "desc test_description"),
            entry("tags", "tag labels label"),
            entry("goal", "test_configuration.goal objective aim test_goal"),
            entry("instructions", "test_configuration.instructions instruction steps test_instructions"),
            entry(
                    "restrictions",
                    "test_configuration.restrictions restriction constraints forbidden test_restrictions"),
            entry("scenario", "test_configuration.scenario situation test_scenario"),
            entry("context", "test_configuration.context"),
            entry("min_turns", "test_configuration.min_turns minimum_turns"),
            entry("max_turns", "test_configuration.max_turns maximum_turns turns num_turns number_of_turns"),
            entry("metadata", "meta additional_metadata"),
            entry("test_configuration", "configuration config")));

    /// Parts of a conversation, which mean nothing without its goal.
    private static final Set<String> OF_CONVERSATIONS =
            Set.of("instructions", "restrictions", "scenario", "context", "min_turns", "max_turns");

    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("question", "prompt_content"),
            entry("prompt", "prompt_content"),
            entry("query", "prompt_content"),
            entry("input", "prompt_content"),
            entry("expected", "expected_response"),
            entry("answer", "expected_response"),
            entry("reference", "expected_response"),
            entry("category", "category"),
            entry("topic", "topic"),
            entry("behavior", "requirement"),
            entry("requirement", "requirement"),
            entry("tags", "tags"),
            entry("goal", "goal"));

    private KnownNames() {}

    private static Map<String, String> aliases(Map<String, String> byTarget) {
        Map<String, String> aliases = new HashMap<>();
        byTarget.forEach((target, names) -> Arrays.stream(names.split(" ")).forEach(name -> aliases.put(name, target)));
        return Map.copyOf(aliases);
    }

    /// Tells whether a column holds a test over several turns.
    static boolean isGoal(String normalized) {
        return normalized.equals(Column.GOAL.header())
                || Column.GOAL.header().equals(ALIASES.get(normalized))
                || normalized.equals("expected_outcome");
    }

    /// Tells whether a target means nothing without a goal, which the parts of a configuration bring along.
    static boolean isOfConversation(String header, String target) {
        return OF_CONVERSATIONS.contains(target) && !header.startsWith(MappingTarget.CONFIGURATION + ".");
    }

    /// Finds what promptfoo means by a name that begins with two underscores; null where this server has nothing like
    /// it.
    static @Nullable String reserved(String header) {
        if (header.startsWith("__expected")) {
            return MappingTarget.ASSERTION;
        }
        if (header.startsWith("__metadata:")) {
            return MappingTarget.METADATA + "."
                    + header.substring("__metadata:".length()).replaceFirst("\\[]$", "");
        }
        return switch (header) {
            case "__description" -> "description";
            case "__metadata" -> MappingTarget.METADATA;
            case "__rhesis" -> MappingTarget.TEST;
            default -> null;
        };
    }

    /// Tells whether a column names its row, and so is no text of a test.
    static boolean isIdentifier(String normalized) {
        return normalized.matches("(?:.*_)?(?:ids?|key|uuid|guid|hash|index|url)");
    }

    /// Finds the target of the first telling word of a name, as in `customer question`.
    static @Nullable String likely(String normalized) {
        if (normalized.startsWith("__") || normalized.matches(".*_(ids?|types?|index|count|length|hash|version)")) {
            return null;
        }
        return Arrays.stream(normalized.split("[^a-z0-9]+"))
                .map(WORDS::get)
                .filter(target -> target != null)
                .findFirst()
                .orElse(null);
    }
}
