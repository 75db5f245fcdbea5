package ai.rhesis.backend.suite.importing;

import java.util.List;

/// The result of a mapping of a file.
///
/// @param leftOut the columns that the mapping leaves out
/// @param notices what was guessed, and what of the file is not read
record ParsedView(
        List<ImportRow> rows, List<String> leftOut, List<String> notices, String testType, String detectedType) {}
