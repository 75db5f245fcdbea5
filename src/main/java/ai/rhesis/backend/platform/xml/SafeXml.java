package ai.rhesis.backend.platform.xml;

import javax.xml.stream.XMLInputFactory;

/// Readers of XML without document types, entities of its own, and anything from elsewhere.
public final class SafeXml {

    private SafeXml() {}

    /// Creates a factory of readers. It is slow to make and safe to share, so keep it.
    public static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
