package ai.rhesis.backend.suite.importing;

import java.util.List;

/// What a mapping made of a file.
///
/// @param leftOut the columns that the mapping leaves out
record ParsedView(List<ImportRow> rows, List<String> leftOut, String testType, String detectedType) {}
