package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.chat.Usage;
import java.util.List;

/// An embedding of a text: the numbers in the order in which the model gave them.
public record Embedding(List<Double> numbers, Usage usage) {

    int dimension() {
        return numbers.size();
    }
}
