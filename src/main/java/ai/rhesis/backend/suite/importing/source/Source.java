package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.suite.fileformat.FileText;
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
    public static Source read(String filename, byte[] content, Expectation expected) {
        FileFormat format = FileFormat.of(filename, content);
        expected.requireFit(format);
        Source source =
                format == FileFormat.XLSX ? XlsxFile.read(content, expected) : ofText(format, content, expected);
        if (source.rows().isEmpty()) {
            throw Limits.refused("holds no rows");
        }
        return source;
    }

    private static Source ofText(FileFormat format, byte[] content, Expectation expected) {
        FileText file = FileText.of(content);
        Source source = format.read(file.text(), expected);
        List<String> notices = Stream.concat(file.notices().stream(), source.notices().stream())
                .toList();
        return new Source(format, source.rows(), notices);
    }
}
