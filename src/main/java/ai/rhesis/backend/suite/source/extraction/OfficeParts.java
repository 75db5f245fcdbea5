package ai.rhesis.backend.suite.source.extraction;

import ai.rhesis.backend.platform.xml.SafeXml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/// The parts of a document that is an archive. Archives inside it are never opened.
final class OfficeParts implements AutoCloseable {

    static final int MAX_PARTS = 10_000;
    static final long MAX_PART_BYTES = 100L << 20;

    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final XMLInputFactory XML = SafeXml.factory();

    private final ZipFile zip;
    private long unpacked;

    private OfficeParts(ZipFile zip) {
        this.zip = zip;
    }

    /// Opens an archive that has the part by which documents of its format are known.
    static OfficeParts open(Path file, DocumentFormat format, String main) throws IOException {
        if (FirstBytes.of(file).begin(OLD_OFFICE)) {
            throw new UnreadableDocumentException("is encrypted, or of an Office older than 2007; save it as "
                    + format.ending() + " without a password");
        }
        OfficeParts parts = new OfficeParts(opened(file, format));
        try {
            parts.require(main, format);
            return parts;
        } catch (RuntimeException refused) {
            parts.close();
            throw refused;
        }
    }

    private static ZipFile opened(Path file, DocumentFormat format) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException none) {
            throw new UnreadableDocumentException("is damaged, or no " + format.ending() + " file");
        }
    }

    private void require(String main, DocumentFormat format) {
        if (zip.size() > MAX_PARTS) {
            throw new UnreadableDocumentException("has more than %,d parts in its archive".formatted(MAX_PARTS));
        }
        if (zip.getEntry(main) == null) {
            throw new UnreadableDocumentException("is an archive, but no " + format.ending() + " file");
        }
        if (zip.stream().anyMatch(part -> part.getName().endsWith("vbaProject.bin"))) {
            throw new UnreadableDocumentException("holds macros; save it as " + format.ending() + " without them");
        }
    }

    boolean has(String path) {
        return zip.getEntry(path) != null;
    }

    /// Visits the events of a part.
    void read(String path, Visitor visitor) throws IOException {
        ZipEntry part = zip.getEntry(path);
        if (part == null) {
            return;
        }
        try (InputStream in = bounded(zip.getInputStream(part))) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.DTD) {
                    throw new UnreadableDocumentException("declares a document type in " + path);
                }
                visitor.at(xml);
            }
        } catch (XMLStreamException malformed) {
            throw new UnreadableDocumentException("is damaged: " + path + " is not well-formed");
        }
    }

    /// Reads where the relations of a part lead, by their ids, or by the last word of their type.
    Map<String, String> targets(String folder, String name, boolean byType) throws IOException {
        Map<String, String> targets = new HashMap<>();
        read(folder + "_rels/" + name + ".rels", xml -> {
            if (xml.isStartElement() && xml.getLocalName().equals("Relationship")) {
                String key = String.valueOf(attribute(xml, byType ? "Type" : "Id"));
                targets.put(key.substring(key.lastIndexOf('/') + 1), String.valueOf(attribute(xml, "Target")));
            }
        });
        return targets;
    }

    static @Nullable String attribute(XMLStreamReader element, String name) {
        for (int place = 0; place < element.getAttributeCount(); place++) {
            if (element.getAttributeLocalName(place).equals(name)) {
                return element.getAttributeValue(place);
            }
        }
        return null;
    }

    private InputStream bounded(InputStream in) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(in)
                .setMaxCount(MAX_PART_BYTES - unpacked)
                .setOnMaxCount((max, count) -> {
                    throw new UnreadableDocumentException("unpacks to more than " + (MAX_PART_BYTES >> 20) + " MB");
                })
                .setAfterRead(count -> unpacked += Math.max(0, count))
                .get();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// A look at one event of a part.
    interface Visitor {

        void at(XMLStreamReader xml) throws XMLStreamException;
    }
}
