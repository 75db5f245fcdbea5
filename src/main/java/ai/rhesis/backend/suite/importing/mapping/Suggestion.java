package ai.rhesis.backend.suite.importing.mapping;

import ai.rhesis.backend.suite.importing.dialect.Dialect;
import java.util.Collection;

/// A mapping that the names of the columns suggest.
///
/// @param confidence between 0 and 1: how sure it is which column is what the test says, and how many columns it knows
public record Suggestion(Mapping mapping, double confidence) {

    /// Suggests a mapping for the columns of a file.
    ///
    /// @param values the kinds of values that the columns hold
    public static Suggestion of(Dialect dialect, Collection<String> headers, ColumnValues values) {
        Targets targets = new Targets(headers, values);
        // names that promptfoo reserves come first: what is looked for loosely below must not take them
        headers.stream().filter(header -> header.startsWith("__")).forEach(targets::takeReserved);
        if (dialect == Dialect.PROMPTFOO) {
            targets.takeVariables();
        } else {
            targets.takeExact();
            targets.takeReferences();
            switch (dialect) {
                case OPENAI_CHAT -> targets.takeKnown(KnownNames.OF_CHAT);
                case ALPACA -> targets.takeKnown(KnownNames.OF_INSTRUCTIONS);
                case DEEPEVAL -> targets.takeKnown(KnownNames.OF_GOLDENS);
                default -> {
                    // told by names alone
                }
            }
            targets.takeByName();
            targets.takeOnlyText();
        }
        return new Suggestion(new Mapping(targets.inOrder()), targets.confidence());
    }

    /// Tells how sure it is that columns of these names hold tests, between 0 and 1.
    public static double sureness(Collection<String> headers) {
        Targets targets = new Targets(headers, ColumnValues.UNKNOWN);
        headers.stream().filter(header -> header.startsWith("__")).forEach(targets::takeReserved);
        targets.takeExact();
        targets.takeByName();
        return targets.sureness();
    }
}
