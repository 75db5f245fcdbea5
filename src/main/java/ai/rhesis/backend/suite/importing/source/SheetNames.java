package ai.rhesis.backend.suite.importing.source;

import java.util.List;

/// The sheets of a workbook.
///
/// @param read the one that the rows are of
public record SheetNames(String read, List<String> all) {}
