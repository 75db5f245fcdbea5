package ai.rhesis.backend.suite.importing.mapping;

import ai.rhesis.backend.suite.fileformat.Column;
import ai.rhesis.backend.suite.importing.dialect.Dialect;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A mapping that the names of the columns suggest.
///
/// @param confidence between 0 and 1: how sure it is which column is what the test says, and how many columns it knows
public record Suggestion(Mapping mapping, double confidence) {

    private static final double EXACT = 1;
    private static final double KNOWN = 0.9;
    private static final double LIKELY = 0.6;

    public static Suggestion of(Dialect dialect, Collection<String> headers) {
        Making making = new Making(headers);
        // names that promptfoo reserves come first: what is looked for loosely below must not take them
        headers.stream().filter(header -> header.startsWith("__")).forEach(making::takeReserved);
        switch (dialect) {
            case PROMPTFOO -> making.takeVariables();
            case OPENAI_CHAT -> making.takeKnown(KnownNames.OF_CHAT);
            case DEEPEVAL -> making.takeKnown(KnownNames.OF_GOLDENS);
            case GENERIC -> making.takeByName();
        }
        return new Suggestion(new Mapping(making.inOrder()), making.confidence());
    }

    private static final class Making {

        private final Collection<String> headers;
        private final Map<String, String> targets = new LinkedHashMap<>();
        private final Set<String> taken = new HashSet<>();
        private double content;

        Making(Collection<String> headers) {
            this.headers = headers;
        }

        void takeReserved(String header) {
            String target = KnownNames.reserved(header);
            if (target != null) {
                take(header, target, EXACT);
            }
        }

        /// One variable is what the test says, the others stand beside it.
        void takeVariables() {
            List<String> variables =
                    headers.stream().filter(header -> !header.startsWith("__")).toList();
            String input = KnownNames.INPUTS.stream()
                    .flatMap(name -> variables.stream()
                            .filter(variable -> normalized(variable).equals(name)))
                    .findFirst()
                    .orElse(variables.size() == 1 ? variables.getFirst() : null);
            if (input != null) {
                take(input, Column.PROMPT_CONTENT.header(), KNOWN);
            }
            variables.stream()
                    .filter(variable -> !variable.equals(input))
                    .forEach(variable -> take(variable, MappingTarget.VARS + "." + variable, KNOWN));
        }

        void takeKnown(Map<String, String> names) {
            headers.forEach(header -> take(header, names.get(header), KNOWN));
            takeByName();
        }

        void takeByName() {
            headers.forEach(header -> take(header, exact(header), EXACT));
            headers.forEach(header -> take(header, KnownNames.ALIASES.get(normalized(header)), KNOWN));
            headers.forEach(header -> take(header, KnownNames.likely(normalized(header)), LIKELY));
        }

        private static @Nullable String exact(String header) {
            MappingTarget target = header.startsWith("__") ? null : MappingTarget.of(normalized(header));
            return target == null ? null : target.toString();
        }

        private void take(String header, @Nullable String target, double sureness) {
            if (target == null || targets.containsKey(header)) {
                return;
            }
            MappingTarget wanted = MappingTarget.of(target);
            if (wanted != null && (taken.add(target) || wanted.isShared())) {
                targets.put(header, target);
                boolean isContent = target.equals(Column.PROMPT_CONTENT.header())
                        || target.equals(Column.GOAL.header())
                        || target.equals(MappingTarget.CONFIGURATION);
                content = isContent ? Math.max(content, sureness) : content;
            }
        }

        Map<String, String> inOrder() {
            Map<String, String> ordered = new LinkedHashMap<>();
            headers.stream().filter(targets::containsKey).forEach(header -> ordered.put(header, targets.get(header)));
            return ordered;
        }

        double confidence() {
            double share = headers.isEmpty() ? 0 : (double) targets.size() / headers.size();
            return Math.round(100 * content * (1 + share) / 2) / 100.0;
        }

        private static String normalized(String header) {
            return header.strip()
                    .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[\\s-]+", "_");
        }
    }
}
