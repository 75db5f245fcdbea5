package ai.rhesis.backend.suite.importing.source;

import java.util.List;

/// The rows of a file.
///
/// @param notices what the file holds beside them that is not read
public record Source(FileFormat format, List<SourceRow> rows, List<String> notices) {

    public static Source read(String filename, byte[] content) {
        FileFormat format = FileFormat.of(filename, content);
        Source source = format.read(content);
        if (source.rows().isEmpty()) {
            throw Limits.refused("holds no rows");
        }
        return source;
    }
}
