package ai.rhesis.backend.suite.importing.source;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows of a file.
///
/// @param notices what was guessed, and what the file holds beside the rows that is not read
/// @param sheets of a workbook; null for other files
public record Source(
        FileFormat format,
        List<SourceRow> rows,
        List<String> notices,
        @Nullable SheetNames sheets) {

    Source(FileFormat format, List<SourceRow> rows, List<String> notices) {
        this(format, rows, notices, null);
    }

    /// Reads a file.
    ///
    /// @throws ProblemException 422 that says why it can't be read, or that the sheet does not exist
    public static Source read(String filename, byte[] content, SheetChoice choice) {
        FileFormat format = FileFormat.of(filename, content);
        choice.requireFit(format);
        Source source = format == FileFormat.XLSX ? XlsxFile.read(content, choice) : ofText(format, content);
        if (source.rows().isEmpty()) {
            throw Limits.refused("holds no rows");
        }
        return source;
    }

    private static Source ofText(FileFormat format, byte[] content) {
        FileText file = FileText.of(content);
        Source source = format.read(file.text());
        List<String> notices = Stream.concat(file.notices().stream(), source.notices().stream())
                .toList();
        return new Source(format, source.rows(), notices);
    }
}
