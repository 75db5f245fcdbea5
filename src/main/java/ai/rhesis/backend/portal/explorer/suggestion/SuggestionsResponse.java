package ai.rhesis.backend.portal.explorer.suggestion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Suggestions as a model wrote them, the most diverse first where they were embedded.
record SuggestionsResponse(List<SuggestedNode> suggestions, int numExamplesUsed) {

    /// Lists suggestions in the order of their diversity.
    ///
    /// @param vectors the embedding of each; empty without any
    static SuggestionsResponse of(
            List<Suggested> suggestions, List<? extends @Nullable List<Double>> vectors, int examples) {
        List<SuggestedNode> nodes = new ArrayList<>();
        Diversity diversity = vectors.isEmpty() ? null : Diversity.of(vectors);
        for (int place = 0; place < suggestions.size(); place++) {
            int index = diversity == null ? place : diversity.order().get(place);
            nodes.add(SuggestedNode.of(
                    suggestions.get(index),
                    diversity == null ? null : vectors.get(index),
                    diversity == null ? null : diversity.scores().get(place)));
        }
        return new SuggestionsResponse(nodes, examples);
    }

    /// A suggestion in the form of a test of a tree, which nobody asked or judged as yet.
    ///
    /// @param embedding null without one
    /// @param diversityScore 1 less the cosine to the mean direction of all; null without an embedding
    record SuggestedNode(
            String topic,
            String input,
            String output,
            String label,
            String labeler,
            double modelScore,
            @Nullable List<Double> embedding,
            @Nullable Double diversityScore) {

        static SuggestedNode of(Suggested suggested, @Nullable List<Double> embedding, @Nullable Double score) {
            return new SuggestedNode(suggested.topic(), suggested.input(), "", "", "", 0, embedding, score);
        }
    }
}
