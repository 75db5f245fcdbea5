package ai.rhesis.backend.suite.importing.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;

/// Rows of the first sheet of a workbook. What its formulas came to when it was saved counts; none is calculated.
final class XlsxFile {

    private XlsxFile() {}

    static Source read(byte[] content) {
        try {
            Path file = Files.createTempFile("import-", ".xlsx");
            try {
                Files.write(file, content);
                return read(file);
            } finally {
                Files.delete(file);
            }
        } catch (ZipException damaged) {
            throw Limits.refused("is a damaged XLSX");
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static Source read(Path file) throws IOException {
        try (Unzipped parts = new Unzipped(file)) {
            Workbook workbook = Workbook.of(parts);
            List<SourceRow> rows = SheetReader.read(parts, workbook);
            List<String> notices = workbook.otherSheets().stream()
                    .map(name -> "sheet " + name + ": not read, only the first is")
                    .toList();
            return new Source(FileFormat.XLSX, rows, notices);
        }
    }
}
