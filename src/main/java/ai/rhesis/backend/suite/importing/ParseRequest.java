package ai.rhesis.backend.suite.importing;

import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A choice of how a file is read.
///
/// @param mapping from the columns of the file to what they are of a test; the suggested one where it is absent
/// @param testType of the rows that don't say theirs; what they hold decides where it is absent
/// @param sheet of a workbook; the one that the analysis read where it is absent
record ParseRequest(
        @Nullable Map<String, @Nullable String> mapping,
        @Size(max = 255) @Nullable String testType,
        @Size(max = 255) @Nullable String sheet) {}
