package ai.rhesis.backend.suite.importing.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The texts that cells of a workbook point at by their number.
final class SharedStrings {

    private final List<String> strings = new ArrayList<>();
    private final StringBuilder string = new StringBuilder();
    private boolean isOpen;

    private SharedStrings() {}

    static List<String> of(Unzipped parts, @Nullable String path) throws IOException {
        SharedStrings shared = new SharedStrings();
        if (path != null && parts.has(path)) {
            parts.forEachElement(path, shared::at);
            shared.end();
        }
        return shared.strings;
    }

    private void at(XMLStreamReader element) throws XMLStreamException {
        switch (element.getLocalName()) {
            case "si" -> {
                end();
                isOpen = true;
            }
            case "t" -> string.append(element.getElementText());
            case "rPh" -> skip(element);
            default -> {
                // runs of formatted text: only their texts matter
            }
        }
    }

    private void end() {
        if (isOpen && strings.size() >= Limits.SHARED_STRINGS) {
            throw Limits.refused("holds more than %,d texts".formatted(Limits.SHARED_STRINGS));
        }
        if (isOpen) {
            strings.add(string.toString());
        }
        string.setLength(0);
    }

    /// Passes over how a text is pronounced.
    static void skip(XMLStreamReader element) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = element.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
