package ai.rhesis.backend.suite.source.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/// The texts of a workbook: each sheet under its name, rows as lines, cells with tabs between them.
final class WorkbookText {

    private WorkbookText() {}

    static void read(Path file, ExtractedText text) throws IOException {
        OfficeParts.open(file, DocumentFormat.XLSX, "xl/workbook.xml").close();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                text.append(sheet.getName() + "\n");
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.forEach(row -> read(row, text));
                }
                text.append("\n");
            }
        } catch (ExcelReaderException damaged) {
            throw new UnreadableDocumentException("is a damaged workbook");
        }
    }

    private static void read(Row row, ExtractedText text) {
        row.forEach(cell -> text.append((cell == null ? "" : cell.getText()) + "\t"));
        text.append("\n");
    }
}
