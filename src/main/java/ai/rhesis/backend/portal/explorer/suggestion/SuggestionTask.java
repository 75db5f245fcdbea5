package ai.rhesis.backend.portal.explorer.suggestion;

import ai.rhesis.backend.portal.explorer.TreeNode;
import ai.rhesis.backend.suite.generation.GenerationGoal;
import ai.rhesis.backend.suite.generation.TestKind;
import ai.rhesis.backend.suite.generation.TestSubjects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The task of a model that suggests inputs: what is there already, some of it as examples.
///
/// @param request the wish of the caller
/// @param examples tests of the tree, drawn by lot
/// @param taken the inputs of the tree, the newest last
record SuggestionTask(SuggestionsRequest request, List<TreeNode> examples, List<String> taken) {

    private static final int MAX_TAKEN = 1_000;
    private static final String PROMPT = """
            An AI system, which you know by the examples: inputs that its testers wrote. Write new inputs for the same system and \
            of the same domain, that none of the examples says in other words.""";
    private static final String LIKENESS = "Kinship with the examples";
    private static final Map<String, String> KINDS = Map.of(
            LIKENESS,
            "The input could stand among the examples: it is for the same system and the same users.",
            "Usual",
            "Inputs that most users would write.",
            "Unusual",
            "Rare, difficult, awkward or misused inputs that the examples leave out.");

    /// Draws the examples.
    ///
    /// @param tests those of the tree
    static SuggestionTask of(SuggestionsRequest request, List<TreeNode> tests) {
        String topic = request.topic();
        List<TreeNode> drawn = new ArrayList<>(tests.stream()
                .filter(test -> topic == null || test.isUnder(topic))
                .toList());
        Collections.shuffle(drawn);
        List<String> inputs = tests.stream().map(TreeNode::input).toList();
        return new SuggestionTask(
                request,
                List.copyOf(drawn.subList(0, Math.min(drawn.size(), request.numExamples()))),
                inputs.subList(Math.max(0, inputs.size() - MAX_TAKEN), inputs.size()));
    }

    /// Tells whether there is nothing to learn from.
    boolean isEmpty() {
        return examples.isEmpty();
    }

    GenerationGoal goal() {
        String wish = request.userFeedback();
        return new GenerationGoal(
                TestKind.SINGLE_TURN,
                wish == null ? PROMPT : PROMPT + "\n\nThe testers wish of the new inputs:\n" + wish,
                examples.stream()
                        .map(example -> (example.topic().isEmpty() ? "- " : "- [" + example.topic() + "] ")
                                + example.input().replaceAll("\\s+", " "))
                        .collect(Collectors.joining("\n")),
                TestSubjects.of(List.of(LIKENESS), List.of("Usual", "Unusual"), topics()),
                KINDS,
                false,
                List.of());
    }

    /// Returns the topic that a suggestion is for: one that was asked for, or none.
    String topicOf(@Nullable String told) {
        return told != null && topics().contains(told) ? told : "";
    }

    private List<String> topics() {
        return request.topic() == null
                ? examples.stream()
                        .map(TreeNode::topic)
                        .filter(topic -> !topic.isBlank())
                        .distinct()
                        .toList()
                : List.of(request.topic());
    }
}
