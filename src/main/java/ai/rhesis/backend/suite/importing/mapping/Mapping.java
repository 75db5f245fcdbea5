package ai.rhesis.backend.suite.importing.mapping;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.suite.importing.dialect.FlatRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The targets of the columns of a file; columns that are not in it are left out.
public record Mapping(Map<String, String> targets) {

    private static final String IGNORE = "ignore";

    /// Checks a mapping that a client wants.
    ///
    /// @throws ProblemException 422 that names each column which the file does not have, or whose target does not
    /// exist or is taken
    public static Mapping of(Map<String, @Nullable String> wanted, Collection<String> headers) {
        List<Violation> violations = new ArrayList<>();
        Map<String, String> targets = new LinkedHashMap<>();
        Set<MappingTarget> taken = new HashSet<>();
        wanted.forEach((header, name) -> {
            if (name == null || name.isBlank() || name.equals(IGNORE)) {
                return;
            }
            MappingTarget target = MappingTarget.of(name.strip());
            if (!isColumn(header, headers)) {
                violations.add(violation(header, "is not a column of the file"));
            } else if (target == null) {
                violations.add(violation(header, "must be one of " + String.join(", ", MappingTarget.ALLOWED)));
            } else if (!taken.add(target) && !target.isShared()) {
                violations.add(violation(header, "has the same target as another column: " + target));
            } else {
                targets.put(header, target.toString());
            }
        });
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
        return new Mapping(targets);
    }

    /// Tells whether the file has the column, or the object of which it is a part.
    private static boolean isColumn(String header, Collection<String> headers) {
        int dot = header.indexOf('.');
        return headers.contains(header) || dot > 0 && headers.contains(header.substring(0, dot));
    }

    private static Violation violation(String header, String message) {
        return new Violation("value_error", List.of("body", "mapping", header), message);
    }

    public List<String> leftOut(Collection<String> headers) {
        return headers.stream()
                .filter(header -> targets.keySet().stream()
                        .noneMatch(mapped -> mapped.equals(header) || mapped.startsWith(header + ".")))
                .toList();
    }

    public TestDraft apply(FlatRow row, boolean isTable) {
        DraftFilling draft = new DraftFilling(isTable);
        row.faults().forEach(fault -> draft.refuse(Issue.unfit("", fault)));
        targets.forEach((header, name) -> {
            JsonNode value = row.find(header);
            MappingTarget target = MappingTarget.of(name);
            if (value != null && target != null) {
                draft.put(target, header, value);
            }
        });
        row.remarks()
                .forEach(remark -> draft.remark(
                        Issue.kept(targets.getOrDefault(remark.column(), remark.column()), remark.message())));
        return draft.finish();
    }
}
