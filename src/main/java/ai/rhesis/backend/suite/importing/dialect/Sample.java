package ai.rhesis.backend.suite.importing.dialect;

import ai.rhesis.backend.suite.fileformat.ColumnName;
import ai.rhesis.backend.suite.importing.source.SourceRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The first rows of a file, by which its tool is told.
///
/// @param keys the columns as they are written
/// @param names the same in lower case with underscores
record Sample(List<SourceRow> rows, Set<String> keys, Set<String> names) {

    static Sample of(List<SourceRow> rows) {
        Sample sample = new Sample(rows, new HashSet<>(), new HashSet<>());
        rows.forEach(row -> sample.keys.addAll(row.values().propertyNames()));
        sample.keys.forEach(key -> sample.names.add(ColumnName.normalized(key)));
        return sample;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    boolean hasAny(Set<String> some) {
        return some.stream().anyMatch(names::contains);
    }

    boolean holdsObjects(String name) {
        return rows.stream().anyMatch(row -> row.values().path(name).isObject());
    }

    /// Tells whether a row has a conversation where others have a text.
    boolean holdsChats() {
        return rows.stream()
                .flatMap(row -> row.values().properties().stream())
                .anyMatch(entry -> MessageList.isIn(entry.getKey(), entry.getValue()));
    }
}
