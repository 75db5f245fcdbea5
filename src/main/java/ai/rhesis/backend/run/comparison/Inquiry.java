package ai.rhesis.backend.run.comparison;

import java.util.UUID;

/// Everything that the answer of a comparison follows from.
///
/// @param id the id of the answer
/// @param reviews what people say of the pairs
record Inquiry(UUID id, ComparisonQuestion question, Pairing pairing, ReviewedPairs reviews) {

    PairTerms terms() {
        return new PairTerms(
                pairing,
                question.request().clustering(),
                question.request().parameters().significance());
    }

    /// Returns the change for which the number of tests is given.
    double detected() {
        return question.request().parameters().detected();
    }
}
