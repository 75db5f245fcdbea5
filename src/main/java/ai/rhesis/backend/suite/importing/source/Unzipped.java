package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.platform.xml.SafeXml;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/// The parts of a ZIP archive. Only those that are asked for are unpacked, and together no more than the limit.
///
/// It is opened by the same library with which the reader of workbooks opens it, so that both see the same parts.
final class Unzipped implements AutoCloseable {

    private static final XMLInputFactory XML = SafeXml.factory();

    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;
    private long packed;
    private long unpacked;

    Unzipped(byte[] content) throws IOException {
        zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get();
        entries = Collections.list(zip.getEntries());
        if (entries.size() > Limits.MAX_ZIP_ENTRIES) {
            zip.close();
            throw Limits.refused("has more than %,d entries in its archive".formatted(Limits.MAX_ZIP_ENTRIES));
        }
    }

    boolean has(String path) {
        return find(path) != null;
    }

    /// Visits the start of every element of a part.
    void forEachElement(String path, Visitor visitor) throws IOException {
        try (InputStream in = open(path)) {
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

    /// Unpacks a part for nothing but its size.
    void measure(String path) throws IOException {
        try (InputStream in = open(path)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private InputStream open(String path) throws IOException {
        ZipArchiveEntry entry = find(path);
        if (entry == null) {
            throw Limits.refused("is a ZIP archive but not a workbook: it has no " + path);
        }
        packed += Math.max(0, entry.getCompressedSize());
        return new Bounded(zip.getInputStream(entry));
    }

    private @Nullable ZipArchiveEntry find(String path) {
        ZipArchiveEntry exact = zip.getEntry(path);
        return exact != null
                ? exact
                : entries.stream()
                        .filter(entry -> entry.getName().equalsIgnoreCase(path))
                        .findFirst()
                        .orElse(null);
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
            boolean isBomb =
                    unpacked > Limits.MAX_FREE_OF_RATIO && unpacked / Math.max(1, packed) > Limits.MAX_ZIP_RATIO;
            if (unpacked > Limits.MAX_UNZIPPED_BYTES || isBomb) {
                throw Limits.refused("unpacks to more than %d MB, or more than %d times its size"
                        .formatted(Limits.MAX_UNZIPPED_BYTES >> 20, Limits.MAX_ZIP_RATIO));
            }
        }
    }
}
