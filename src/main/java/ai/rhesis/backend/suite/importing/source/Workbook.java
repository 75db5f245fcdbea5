package ai.rhesis.backend.suite.importing.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// What is where in a workbook.
///
/// @param sheet the path of the first sheet
/// @param dates how its cells show what is a date
record Workbook(String sheet, List<String> otherSheets, List<String> strings, CellDates dates) {

    static Workbook of(Unzipped parts) throws IOException {
        Relations archive = Relations.of(parts, "", "_rels/.rels");
        String path = archive.ofType("officeDocument");
        if (path == null) {
            throw Limits.refused("is a ZIP archive but no workbook");
        }
        int slash = path.lastIndexOf('/') + 1;
        String folder = path.substring(0, slash);
        Relations relations = Relations.of(parts, folder, folder + "_rels/" + path.substring(slash) + ".rels");
        Sheets sheets = new Sheets();
        parts.forEachElement(path, sheets::at);
        return new Workbook(
                sheets.first(relations),
                sheets.names.subList(1, sheets.names.size()),
                SharedStrings.of(parts, relations.ofType("sharedStrings")),
                CellDates.of(parts, relations.ofType("styles"), sheets.isSince1904));
    }

    static @Nullable String attribute(XMLStreamReader element, String name) {
        for (int place = 0; place < element.getAttributeCount(); place++) {
            if (element.getAttributeLocalName(place).equals(name)) {
                return element.getAttributeValue(place);
            }
        }
        return null;
    }

    private static final class Sheets {

        private final List<String> names = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();
        private boolean isSince1904;

        void at(XMLStreamReader element) {
            if (element.getLocalName().equals("sheet")) {
                names.add(String.valueOf(attribute(element, "name")));
                ids.add(String.valueOf(attribute(element, "id")));
            } else if (element.getLocalName().equals("workbookPr")) {
                String since1904 = attribute(element, "date1904");
                isSince1904 = "1".equals(since1904) || "true".equals(since1904);
            }
        }

        String first(Relations relations) {
            String path = ids.isEmpty() ? null : relations.targets().get(ids.getFirst());
            if (path == null) {
                throw Limits.refused("is a workbook without a sheet");
            }
            return path;
        }
    }

    /// Which part stands for which id and which type.
    private record Relations(Map<String, String> targets, Map<String, String> types) {

        static Relations of(Unzipped parts, String folder, String path) throws IOException {
            Relations relations = new Relations(new HashMap<>(), new HashMap<>());
            parts.forEachElement(path, element -> relations.at(folder, element));
            return relations;
        }

        private void at(String folder, XMLStreamReader element) {
            String target = attribute(element, "Target");
            String type = attribute(element, "Type");
            if (target != null && type != null) {
                String path = target.startsWith("/") ? target.substring(1) : folder + target;
                targets.put(String.valueOf(attribute(element, "Id")), path);
                types.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), path);
            }
        }

        @Nullable
        String ofType(String type) {
            return types.get(type);
        }
    }
}
