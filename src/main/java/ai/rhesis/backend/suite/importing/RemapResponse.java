package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.suite.importing.mapping.Suggestion;
import java.util.Map;

/// A mapping that is suggested anew.
///
/// @param mapping from columns to what they are of a test
/// @param confidence how good it is, between 0 and 1
/// @param llmAvailable whether a model was asked
record RemapResponse(Map<String, String> mapping, double confidence, boolean llmAvailable, String message) {

    static RemapResponse of(Suggestion suggestion) {
        return new RemapResponse(
                suggestion.mapping().targets(),
                suggestion.confidence(),
                false,
                "Suggested by the names of the columns and what they hold; no model was asked");
    }
}
