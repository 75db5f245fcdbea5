package ai.rhesis.backend.suite.importing.source;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// One row of a file.
///
/// @param number where a person finds it: the row of a sheet, the line of a JSONL file, else the place, from 1
/// @param values by column, without those that the row leaves out
/// @param faults what is wrong with the row as a whole
public record SourceRow(int number, ObjectNode values, List<String> faults) {

    public SourceRow(int number, ObjectNode values) {
        this(number, values, List.of());
    }
}
