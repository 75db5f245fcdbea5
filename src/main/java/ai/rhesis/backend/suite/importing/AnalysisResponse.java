package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.suite.importing.mapping.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A first look at a file, before anything is made of it.
///
/// @param suggestedMapping from columns to what they are of a test
/// @param unmappedHeaders the columns that the suggestion leaves out
/// @param confidence how good the suggestion is, between 0 and 1
/// @param notices what was guessed, and what of the file is not read
/// @param llmAvailable whether a model can be asked for a better mapping; clients show a button for that
record AnalysisResponse(
        UUID importId,
        FileInfo fileInfo,
        Collection<String> headers,
        List<Map<String, JsonNode>> sampleRows,
        Map<String, String> suggestedMapping,
        List<String> unmappedHeaders,
        double confidence,
        int totalRows,
        List<String> notices,
        boolean llmAvailable) {

    private static final int SAMPLE = 5;

    static AnalysisResponse of(UUID id, UploadedFile file, FileTable table, Suggestion suggestion) {
        return new AnalysisResponse(
                id,
                new FileInfo(
                        file.filename(),
                        table.format().label(),
                        table.dialect().label(),
                        file.content().length,
                        file.hash(),
                        table.sheets() == null ? null : table.sheets().read(),
                        table.sheets() == null ? List.of() : table.sheets().all()),
                table.headers(),
                table.sample(SAMPLE),
                suggestion.mapping().targets(),
                suggestion.mapping().leftOut(table.headers()),
                suggestion.confidence(),
                table.rows().size(),
                table.notices(),
                false);
    }

    /// @param dialect the tool that the columns are of, or `generic`
    /// @param sheet of a workbook that was read; null for other files
    /// @param sheets all that the workbook has
    record FileInfo(
            String filename,
            String format,
            String dialect,
            long sizeBytes,
            String contentHash,
            @Nullable String sheet,
            List<String> sheets) {}
}
