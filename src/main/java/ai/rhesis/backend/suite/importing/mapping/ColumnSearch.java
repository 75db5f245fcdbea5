package ai.rhesis.backend.suite.importing.mapping;

import ai.rhesis.backend.suite.fileformat.ColumnName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A search among the columns of a file.
///
/// @param taken those that are not looked at any more
record ColumnSearch(Collection<String> headers, Set<String> taken) {

    /// Finds the column with the first of these names that there is.
    Optional<String> firstOf(List<String> names) {
        return names.stream()
                .flatMap(name -> headers.stream()
                        .filter(header -> ColumnName.normalized(header).equals(name)))
                .filter(header -> !taken.contains(header))
                .findFirst();
    }

    /// Finds a part of an object, as `input.question`: the one with a telling name, else the only one, else the only
    /// text.
    Optional<String> partOf(Predicate<String> container, List<String> telling, Set<String> texts) {
        List<String> parts = headers.stream()
                .filter(header -> header.indexOf('.') > 0 && !taken.contains(header))
                .filter(header -> container.test(ColumnName.normalized(header.substring(0, header.indexOf('.')))))
                .toList();
        return parts.stream()
                .filter(part -> telling.contains(ColumnName.ofLastPart(part)))
                .min(Comparator.comparingInt(part -> telling.indexOf(ColumnName.ofLastPart(part))))
                .or(() -> only(parts))
                .or(() -> only(parts.stream().filter(texts::contains).toList()));
    }

    static Optional<String> only(List<String> columns) {
        return columns.size() == 1 ? Optional.of(columns.getFirst()) : Optional.empty();
    }
}
