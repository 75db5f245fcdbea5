package ai.rhesis.backend.integration.endpoint.mapping;

import ai.rhesis.backend.platform.xml.SafeXml;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// XML as plain data: an element is its text, or an object of its children, its attributes (`@name`) and its text
/// (`#text`); what is repeated is a list. Without document types, and so without entities of its own.
final class Xml {

    private static final int MAX_DEPTH = 200;
    private static final XMLInputFactory FACTORY = SafeXml.factory();

    private Xml() {}

    /// Reads the root element under its name.
    static Map<String, @Nullable Object> read(String text) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    Map<String, @Nullable Object> document = new LinkedHashMap<>();
                    document.put(reader.getLocalName(), element(reader, 0));
                    return document;
                }
            }
        } catch (XMLStreamException malformed) {
            // told below
        }
        throw new MappingException("", "the answer is not XML");
    }

    private static Object element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw new XMLStreamException("nested too deeply");
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            members.put("@" + reader.getAttributeLocalName(index), reader.getAttributeValue(index));
        }
        StringBuilder text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT ->
                    add(members, reader.getLocalName(), element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                default -> {}
            }
        }
        return valueOf(members, text.toString().strip());
    }

    private static Object valueOf(Map<String, @Nullable Object> members, String text) {
        if (members.isEmpty()) {
            return text;
        }
        if (!text.isEmpty()) {
            members.put("#text", text);
        }
        return members;
    }

    @SuppressWarnings("unchecked")
    private static void add(Map<String, @Nullable Object> members, String name, Object value) {
        Object before = members.get(name);
        if (before == null) {
            members.put(name, value);
        } else if (before instanceof List<?> list) {
            ((List<Object>) list).add(value);
        } else {
            members.put(name, new ArrayList<>(List.of(before, value)));
        }
    }
}
