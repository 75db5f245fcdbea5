package ai.rhesis.backend.suite.source.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/// The texts of documents and presentations of Office: paragraphs as lines, cells with tabs between them.
final class OfficeText {

    private static final String DOCUMENT = "word/document.xml";
    private static final String PRESENTATION = "ppt/presentation.xml";

    private final ExtractedText text;
    private int fallbacks;
    private int cells;
    private boolean isText;

    private OfficeText(ExtractedText text) {
        this.text = text;
    }

    /// Reads the body of a document and then its notes.
    static void readDocument(Path file, ExtractedText text) throws IOException {
        try (OfficeParts parts = OfficeParts.open(file, DocumentFormat.DOCX, DOCUMENT)) {
            for (String part : List.of(DOCUMENT, "word/footnotes.xml", "word/endnotes.xml")) {
                parts.read(part, new OfficeText(text)::at);
                text.endLine();
            }
        }
    }

    /// Reads the slides in the order in which they are shown, each with its notes.
    static void readPresentation(Path file, ExtractedText text) throws IOException {
        try (OfficeParts parts = OfficeParts.open(file, DocumentFormat.PPTX, PRESENTATION)) {
            Map<String, String> targets = parts.targets("ppt/", "presentation.xml", false);
            for (String id : slides(parts)) {
                String slide = "ppt/" + targets.getOrDefault(id, "");
                parts.read(slide, new OfficeText(text)::at);
                int slash = slide.lastIndexOf('/') + 1;
                String notes = parts.targets(slide.substring(0, slash), slide.substring(slash), true)
                        .getOrDefault("notesSlide", "");
                parts.read(notes.replace("../", "ppt/"), new OfficeText(text)::at);
                text.endLine();
                text.append("\n");
            }
        }
    }

    private static List<String> slides(OfficeParts parts) throws IOException {
        List<String> ids = new ArrayList<>();
        parts.read(PRESENTATION, xml -> {
            if (xml.isStartElement() && xml.getLocalName().equals("sldId")) {
                ids.add(String.valueOf(xml.getAttributeValue(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id")));
            }
        });
        return ids;
    }

    private void at(XMLStreamReader xml) {
        if (xml.isStartElement()) {
            begin(xml.getLocalName());
        } else if (xml.isEndElement()) {
            end(xml.getLocalName());
        } else if (isText && fallbacks == 0 && xml.isCharacters()) {
            text.append(xml.getText());
        }
    }

    private void begin(String element) {
        switch (element) {
            // holds the same once more, for programs that can't show the other
            case "Fallback" -> fallbacks++;
            case "tc" -> cells++;
            case "t" -> isText = true;
            case "tab" -> appendUnlessFallback("\t");
            case "br", "cr" -> appendUnlessFallback("\n");
            default -> {
                // formatting
            }
        }
    }

    private void end(String element) {
        switch (element) {
            case "Fallback" -> fallbacks--;
            case "t" -> isText = false;
            case "p" -> appendUnlessFallback(cells == 0 ? "\n" : " ");
            case "tc" -> {
                cells--;
                appendUnlessFallback("\t");
            }
            case "tr" -> appendUnlessFallback("\n");
            default -> {
                // formatting
            }
        }
    }

    private void appendUnlessFallback(String blank) {
        if (fallbacks == 0) {
            text.append(blank);
        }
    }
}
