package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.platform.xml.SafeXml;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The parts of a ZIP archive, of which only those that are asked for are unpacked, and together no more than the
/// limit.
final class Unzipped implements AutoCloseable {

    private static final XMLInputFactory XML = SafeXml.factory();

    private final ZipFile zip;
    private long packed;
    private long unpacked;

    Unzipped(Path file) throws IOException {
        zip = new ZipFile(file.toFile());
        if (zip.size() > Limits.ZIP_ENTRIES) {
            zip.close();
            throw Limits.refused("has more than %,d entries in its archive".formatted(Limits.ZIP_ENTRIES));
        }
    }

    boolean has(String path) {
        return zip.getEntry(path) != null;
    }

    /// Visits the start of every element of a part.
    void forEachElement(String path, Visitor visitor) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw Limits.refused("is a ZIP archive but no workbook: it has no " + path);
        }
        packed += Math.max(0, entry.getCompressedSize());
        try (InputStream in = new Bounded(zip.getInputStream(entry))) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    visitor.at(xml);
                } else if (event == XMLStreamConstants.DTD) {
                    throw Limits.refused("declares a document type in " + path + ", which no workbook does");
                }
            }
        } catch (XMLStreamException malformed) {
            throw Limits.refused("is a damaged workbook: " + path + " is not well-formed");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    interface Visitor {

        void at(XMLStreamReader element) throws XMLStreamException;
    }

    private final class Bounded extends FilterInputStream {

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) {
            unpacked += more;
            boolean isBomb = unpacked > Limits.ZIP_FREE_OF_RATIO && unpacked / Math.max(1, packed) > Limits.ZIP_RATIO;
            if (unpacked > Limits.UNZIPPED || isBomb) {
                throw Limits.refused("unpacks to more than %d MB, or more than %d times its size"
                        .formatted(Limits.UNZIPPED >> 20, Limits.ZIP_RATIO));
            }
        }
    }
}
