package ai.rhesis.backend.metric.assertion;

import ai.rhesis.backend.platform.xml.SafeXml;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An element of an XML document: its name, the names of its attributes, and the elements in it. No document leads
/// anywhere else: definitions of its own are refused, external ones never loaded.
record XmlElement(String name, Set<String> attributes, List<XmlElement> children) {

    private static final int MAX_LEVELS = 100;
    private static final XMLInputFactory FACTORY = withoutNamespaces();

    /// @throws XMLStreamException when it is not well-formed
    /// @throws UnjudgeableException when it is nested too deeply to tell
    static XmlElement parse(String document) throws XMLStreamException {
        if (hasOwnDefinitions(AssertionBudget.read(document))) {
            throw new XMLStreamException("definitions in the document are not allowed");
        }
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(document));
        XmlElement holder = new XmlElement("", Set.of(), new ArrayList<>());
        List<XmlElement> open = new ArrayList<>(List.of(holder));
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(reader, open);
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                default -> {}
            }
        }
        return holder.children.getFirst();
    }

    private static boolean hasOwnDefinitions(String document) {
        int type = document.indexOf("<!DOCTYPE");
        int bracket = type < 0 ? -1 : document.indexOf('[', type);
        int end = type < 0 ? -1 : document.indexOf('>', type);
        return bracket >= 0 && (end < 0 || bracket < end);
    }

    private static void begin(XMLStreamReader reader, List<XmlElement> open) {
        Set<String> attributes = new HashSet<>();
        for (int place = 0; place < reader.getAttributeCount(); place++) {
            attributes.add(reader.getAttributeLocalName(place));
        }
        XmlElement element = new XmlElement(reader.getLocalName(), attributes, new ArrayList<>());
        open.getLast().children.add(element);
        open.add(element);
        if (open.size() > MAX_LEVELS) {
            throw UnjudgeableException.tooComplex("The XML is nested too deeply");
        }
    }

    private static XMLInputFactory withoutNamespaces() {
        XMLInputFactory factory = SafeXml.factory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    /// Tells whether some way leads along the names of a path: `root.item.name`, `root.item.0.name`, `root.item.@_id`.
    static boolean hasPath(List<XmlElement> siblings, List<String> path) {
        AssertionBudget.spend(1 + siblings.size());
        List<XmlElement> named = siblings.stream()
                .filter(element -> element.name.equals(path.getFirst()))
                .toList();
        List<String> rest = path.subList(1, path.size());
        if (named.size() > 1 && !rest.isEmpty() && rest.getFirst().matches("\\d{1,9}")) {
            int index = Integer.parseInt(rest.getFirst());
            named = index < named.size() ? List.of(named.get(index)) : List.of();
            rest = rest.subList(1, rest.size());
        }
        List<String> within = rest;
        return named.stream().anyMatch(element -> element.has(within));
    }

    private boolean has(List<String> path) {
        boolean isAttribute = path.size() == 1 && path.getFirst().startsWith("@_");
        return path.isEmpty()
                || isAttribute && attributes.contains(path.getFirst().substring(2))
                || hasPath(children, path);
    }
}
