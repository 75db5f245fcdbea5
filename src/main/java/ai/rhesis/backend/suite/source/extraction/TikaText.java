package ai.rhesis.backend.suite.source.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.html.HtmlEncodingDetector;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.parser.xml.DcXMLParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// The texts that Tika's parsers find. What is embedded in a document is not opened, and pictures are not read.
final class TikaText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TikaText() {}

    static void read(DocumentFormat format, Path file, ExtractedText text) throws IOException {
        try (TikaInputStream in = TikaInputStream.get(file)) {
            parser(format).parse(in, new BodyContentHandler(into(text)), new Metadata(), context(file));
        } catch (EncryptedDocumentException locked) {
            throw new UnreadableDocumentException("is encrypted; upload it without a password");
        } catch (TikaException | SAXException damaged) {
            throw cause(damaged) instanceof UnreadableDocumentException refused
                    ? refused
                    : new UnreadableDocumentException("is damaged, or no " + format.ending() + " file");
        }
    }

    private static Parser parser(DocumentFormat format) {
        return switch (format) {
            case PDF -> new PDFParser();
            case HTML -> new JSoupParser();
            case EPUB -> new EpubParser();
            case XML -> new DcXMLParser();
            case DOCX, PPTX, XLSX, TXT, MD, CSV, JSON -> throw new IllegalArgumentException(format.name());
        };
    }

    /// Takes the charset that a page declares, else UTF-8 where it can be that, else Windows-1252 as browsers do.
    private static Charset charset(InputStream in, Metadata metadata, boolean isUtf8) throws IOException {
        Charset declared = new HtmlEncodingDetector().detect(in, metadata);
        return declared != null ? declared : isUtf8 ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException none) {
            return false;
        }
    }

    private static ParseContext context(Path file) throws IOException {
        boolean isUtf8 = isUtf8(Files.readAllBytes(file));
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        pdf.setExtractActions(false);
        pdf.setSortByPosition(false);
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, pdf);
        context.set(EncodingDetector.class, (in, metadata) -> charset(in, metadata, isUtf8));
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }

    private static ContentHandler into(ExtractedText text) {
        return new DefaultHandler() {

            @Override
            public void characters(char[] characters, int start, int length) {
                text.append(characters, start, length);
            }

            @Override
            public void ignorableWhitespace(char[] characters, int start, int length) {
                text.append(characters, start, length);
            }
        };
    }

    private static Throwable cause(Throwable failure) {
        Throwable deepest = failure;
        for (int depth = 0; deepest.getCause() != null && depth < 20; depth++) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // never asked to
        }
    }
}
