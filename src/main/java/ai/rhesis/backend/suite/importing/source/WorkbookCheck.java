package ai.rhesis.backend.suite.importing.source;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A look through a workbook before it is read: all parts that the reader will open, within the bounds on archives and
/// cells, and without document types.
final class WorkbookCheck {

    private static final String TYPES = "[Content_Types].xml";
    private static final String DEFAULT_WORKBOOK = "xl/workbook.xml";
    private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Unzipped parts;
    private final Map<String, String> targets = new HashMap<>();
    private final Set<String> sheets = new HashSet<>();
    private String workbook = DEFAULT_WORKBOOK;
    private @Nullable String strings;
    private @Nullable String styles;

    private WorkbookCheck(Unzipped parts) {
        this.parts = parts;
    }

    /// Checks a workbook.
    ///
    /// @return whether it has styles, by which dates are told from numbers
    /// @throws ProblemException 422 that says what is beyond which bound
    static boolean hasStyles(byte[] content) throws IOException {
        try (Unzipped parts = new Unzipped(content)) {
            return new WorkbookCheck(parts).hasStyles();
        }
    }

    private boolean hasStyles() throws IOException {
        parts.forEachElement(TYPES, this::takeType);
        int slash = workbook.lastIndexOf('/') + 1;
        String folder = workbook.substring(0, slash);
        parts.forEachElement(folder + "_rels/" + workbook.substring(slash) + ".rels", each -> takeTarget(folder, each));
        parts.forEachElement(workbook, this::takeSheet);
        checkTexts(strings);
        checkTexts(styles);
        for (Map.Entry<String, String> target : targets.entrySet()) {
            checkTarget(target.getKey(), target.getValue());
        }
        return styles != null && parts.has(styles);
    }

    private void takeType(XMLStreamReader element) {
        String type = attribute(element, "ContentType");
        String name = attribute(element, "PartName");
        if (type == null || name == null) {
            return;
        }
        String path = name.startsWith("/") ? name.substring(1) : name;
        switch (type) {
            case KIND + "sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml" -> workbook = path;
            case KIND + "sharedStrings+xml" -> strings = path;
            case KIND + "styles+xml" -> styles = path;
            default -> {
                // other parts are never opened
            }
        }
    }

    private void takeTarget(String folder, XMLStreamReader element) {
        String target = attribute(element, "Target");
        if (target != null && !"External".equals(attribute(element, "TargetMode"))) {
            targets.put(
                    String.valueOf(attribute(element, "Id")),
                    target.startsWith("/") ? target.substring(1) : folder + target);
        }
    }

    private void takeSheet(XMLStreamReader element) {
        if (element.getLocalName().equals("sheet")) {
            sheets.add(String.valueOf(attribute(element, "id")));
        }
    }

    private void checkTexts(@Nullable String path) throws IOException {
        if (path != null && parts.has(path)) {
            parts.forEachElement(path, element -> {});
        }
    }

    private void checkTarget(String id, String path) throws IOException {
        if (sheets.contains(id) && parts.has(path)) {
            parts.forEachElement(path, new SheetCheck()::at);
        } else if (parts.has(path)) {
            parts.measure(path);
        }
    }

    static @Nullable String attribute(XMLStreamReader element, String name) {
        for (int place = 0; place < element.getAttributeCount(); place++) {
            if (element.getAttributeLocalName(place).equals(name)) {
                return element.getAttributeValue(place);
            }
        }
        return null;
    }
}
