package ai.rhesis.backend.suite.importing.mapping;

import ai.rhesis.backend.suite.fileformat.Column;
import ai.rhesis.backend.suite.fileformat.ColumnName;
import ai.rhesis.backend.suite.importing.dialect.Choices;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The targets of columns, found step by step: a step takes none that an earlier one took.
final class Targets {

    private static final double EXACT = 1;
    private static final double KNOWN = 0.9;
    private static final double LIKELY = 0.6;
    private static final String PROMPT = Column.PROMPT_CONTENT.header();
    private static final String EXPECTED = Column.EXPECTED_RESPONSE.header();

    private final Collection<String> headers;
    private final ColumnValues values;
    private final boolean hasGoal;
    private final Map<String, String> targets = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private double content;

    Targets(Collection<String> headers, ColumnValues values) {
        this.headers = headers;
        this.values = values;
        hasGoal = headers.stream().map(ColumnName::normalized).anyMatch(KnownNames::isGoal);
    }

    void takeReserved(String header) {
        take(header, KnownNames.reserved(header), EXACT);
    }

    /// Takes one variable of promptfoo as what the test says and the others beside it.
    void takeVariables() {
        List<String> variables =
                headers.stream().filter(header -> !header.startsWith("__")).toList();
        List<String> likely = variables.stream()
                .filter(name -> PROMPT.equals(KnownNames.likely(ColumnName.normalized(name))))
                .toList();
        among(variables)
                .firstOf(KnownNames.INPUTS)
                .or(() -> ColumnSearch.only(likely.isEmpty() ? variables : likely))
                .ifPresent(input -> take(input, PROMPT, KNOWN));
        variables.forEach(variable -> take(variable, MappingTarget.VARS + "." + variable, KNOWN));
    }

    /// Takes the names of this server.
    void takeExact() {
        headers.forEach(header -> {
            MappingTarget target = header.startsWith("__") ? null : MappingTarget.of(ColumnName.normalized(header));
            if (target != null) {
                take(header, target.toString(), EXACT);
            }
        });
    }

    /// Takes the column that answers are compared with; then answers beside it are old ones and stay as metadata.
    void takeReferences() {
        headers.stream().filter(Choices.CORRECT::equals).forEach(header -> take(header, EXPECTED, KNOWN));
        headers.stream()
                .filter(header -> ReferenceNames.isReference(ColumnName.normalized(header)))
                .forEach(header -> take(header, EXPECTED, KNOWN));
        takePart(ReferenceNames::isReference, EXPECTED);
        headers.stream()
                .filter(header -> isOld(ColumnName.normalized(header)))
                .forEach(header -> take(header, MappingTarget.inMetadata(header), KNOWN));
        headers.stream()
                .filter(header -> isOfChoices(ColumnName.ofLastPart(header)))
                .forEach(header -> take(header, MappingTarget.inMetadata(header), KNOWN));
    }

    private boolean isOfChoices(String name) {
        return Choices.COLUMNS.contains(name) || taken.contains(EXPECTED) && Choices.KEYS.contains(name);
    }

    private boolean isOld(String name) {
        boolean isReference =
                ReferenceNames.isReference(name) || name.equals("assistant") || ReferenceNames.ANSWERS.contains(name);
        return ReferenceNames.OLD_OUTPUTS.contains(name) || isReference && taken.contains(EXPECTED);
    }

    void takeKnown(Map<String, String> names) {
        headers.forEach(header -> take(header, names.get(header), KNOWN));
        headers.stream().filter("assistant"::equals).forEach(header -> take(header, EXPECTED, KNOWN));
    }

    void takeByName() {
        takeFirst(KnownNames.INPUTS, PROMPT);
        takePart(KnownNames.INPUTS::contains, PROMPT);
        takeFirst(KnownNames.LISTED_INPUTS.stream().filter(values::isContainer).toList(), PROMPT);
        takeFirst(ReferenceNames.ANSWERS, EXPECTED);
        takePart(ReferenceNames.ANSWERS::contains, EXPECTED);
        headers.forEach(header -> take(header, KnownNames.ALIASES.get(ColumnName.normalized(header)), KNOWN));
        takeEvidence();
        headers.forEach(header -> take(header, KnownNames.likely(ColumnName.normalized(header)), LIKELY));
    }

    /// Takes the first evidence as the context that judges are given, and what else there is beside it.
    private void takeEvidence() {
        takeFirst(KnownNames.EVIDENCE, MappingTarget.METADATA + ".context");
        headers.stream()
                .filter(header -> KnownNames.EVIDENCE.contains(ColumnName.ofLastPart(header)))
                .sorted(Comparator.comparingInt(header -> KnownNames.EVIDENCE.indexOf(ColumnName.ofLastPart(header))))
                .forEach(header -> {
                    take(header, MappingTarget.METADATA + ".context", KNOWN);
                    take(header, MappingTarget.inMetadata(header), KNOWN);
                });
    }

    private void takeFirst(List<String> names, String target) {
        if (!taken.contains(target)) {
            among(headers).firstOf(names).ifPresent(header -> take(header, target, KNOWN));
        }
    }

    private ColumnSearch among(Collection<String> candidates) {
        return new ColumnSearch(candidates, targets.keySet());
    }

    private void takePart(Predicate<String> container, String target) {
        if (!taken.contains(target)) {
            List<String> likely = target.equals(PROMPT) ? KnownNames.INPUTS : ReferenceNames.PARTS;
            among(headers).partOf(container, likely, values.texts()).ifPresent(part -> take(part, target, KNOWN));
        }
    }

    private void take(String header, @Nullable String target, double sureness) {
        if (target == null || targets.containsKey(header)) {
            return;
        }
        MappingTarget wanted = MappingTarget.of(target);
        if (wanted == null || !values.fit(header, target) || !hasGoal && KnownNames.isOfConversation(header, target)) {
            return;
        }
        if (taken.add(target) || wanted.isShared()) {
            targets.put(header, target);
            boolean isContent = target.equals(PROMPT)
                    || target.equals(Column.GOAL.header())
                    || target.equals(MappingTarget.CONFIGURATION);
            content = isContent ? Math.max(content, sureness) : content;
        }
    }

    /// Takes the only text there is as what the test says, when no name tells.
    void takeOnlyText() {
        List<String> others = values.texts().stream()
                .filter(header ->
                        !targets.containsKey(header) && !KnownNames.isIdentifier(ColumnName.normalized(header)))
                .toList();
        if (content == 0) {
            ColumnSearch.only(others).ifPresent(header -> take(header, PROMPT, LIKELY));
        }
    }

    Map<String, String> inOrder() {
        Map<String, String> ordered = new LinkedHashMap<>();
        headers.stream().filter(targets::containsKey).forEach(header -> ordered.put(header, targets.get(header)));
        return ordered;
    }

    /// Tells how sure it is which column is what a test says.
    double sureness() {
        return content;
    }

    double confidence() {
        double share = headers.isEmpty() ? 0 : (double) targets.size() / headers.size();
        return Math.round(100 * content * (1 + share) / 2) / 100.0;
    }
}
