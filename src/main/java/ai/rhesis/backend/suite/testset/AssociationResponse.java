package ai.rhesis.backend.suite.testset;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// The result of putting tests into a set or taking them out.
///
/// @param totalTests the living tests that the set holds now
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssociationResponse(
        boolean success,
        long totalTests,
        @Nullable Integer removedAssociations,
        String message,
        TestSetMetadata metadata) {

    static AssociationResponse ofAdded(AssociationView view) {
        String message = view.changed() == 0
                ? "The set held all of these tests already"
                : "Added " + tests(view.changed()) + " to the set";
        return new AssociationResponse(true, view.metadata().totalTests(), null, message, view.metadata());
    }

    static AssociationResponse ofRemoved(AssociationView view) {
        String message = view.changed() == 0
                ? "The set held none of these tests"
                : "Removed " + tests(view.changed()) + " from the set";
        return new AssociationResponse(true, view.metadata().totalTests(), view.changed(), message, view.metadata());
    }

    private static String tests(int count) {
        return count + (count == 1 ? " test" : " tests");
    }
}
