package ai.rhesis.backend.suite.source.extraction;

import static ai.rhesis.backend.suite.source.extraction.HostileDocuments.archive;
import static ai.rhesis.backend.suite.source.extraction.HostileDocuments.bytes;
import static ai.rhesis.backend.suite.source.extraction.HostileDocuments.word;
import static ai.rhesis.backend.suite.source.extraction.HostileDocuments.wordXml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class ExtractionTests {

    private static final Tenant TENANT = new Tenant(new UUID(0, 1), new UUID(0, 2));

    private final Extraction extraction = new Extraction();

    /// PDFs of ReportLab and Chromium, a document of python-docx, a workbook of openpyxl.
    @ParameterizedTest
    @CsvSource({
        "policy.pdf,  PDF,  Water damage is covered up to 5,000 EUR.",
        "policy.pdf,  PDF,  Theft is not covered.",
        "printed.pdf, PDF,  says Chromium: „größer“.",
        "owned.pdf,   PDF,  Theft is not covered.",
        "policy.docx, DOCX, Water damage is covered up to 5,000 €.",
        "policy.docx, DOCX, 'Damage\tDeductible\nTheft\t250 €'",
        "policy.xlsx, XLSX, 'Damages\nDamage\tLimit\nWater\t5000'",
        "policy.xlsx, XLSX, 'Terms\nTheft is not covered.'"
    })
    void filesOfOtherProgramsAreRead(String file, DocumentFormat format, String text) throws IOException {
        assertThat(textOf(format, document(file))).contains(text);
    }

    @Test
    void slidesAreReadInTheirOrderWithTheirNotes() {
        String relation = "<Relationship Id='%s' Type='http://x/%s' Target='%s'/>";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "ppt/presentation.xml",
                bytes("<p xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                        + "<sldIdLst><sldId r:id='r2'/><sldId r:id='r1'/></sldIdLst></p>"));
        parts.put(
                "ppt/_rels/presentation.xml.rels",
                bytes("<Relationships>" + relation.formatted("r1", "slide", "slides/slide1.xml")
                        + relation.formatted("r2", "slide", "slides/slide2.xml") + "</Relationships>"));
        parts.put("ppt/slides/slide1.xml", bytes("<s><p><r><t>Second</t></r></p></s>"));
        parts.put("ppt/slides/slide2.xml", bytes("<s><p><r><t>First</t></r><br/><r><t>line</t></r></p></s>"));
        parts.put(
                "ppt/slides/_rels/slide2.xml.rels",
                bytes("<Relationships>" + relation.formatted("n", "notesSlide", "../notesSlides/notesSlide1.xml")
                        + "</Relationships>"));
        parts.put("ppt/notesSlides/notesSlide1.xml", bytes("<s><p><r><t>Say it slowly</t></r></p></s>"));
        assertThat(textOf(DocumentFormat.PPTX, archive(parts))).isEqualTo("First\nline\nSay it slowly\n\nSecond");
    }

    @Test
    void chaptersOfABookAreReadInTheirOrder() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", bytes("application/epub+zip"));
        parts.put(
                "META-INF/container.xml",
                bytes("<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container' version='1.0'><rootfiles>"
                        + "<rootfile full-path='book.opf' media-type='application/oebps-package+xml'/>"
                        + "</rootfiles></container>"));
        parts.put(
                "book.opf",
                bytes("<package xmlns='http://www.idpf.org/2007/opf' version='3.0'><manifest>"
                        + "<item id='a' href='a.xhtml' media-type='application/xhtml+xml'/>"
                        + "<item id='b' href='b.xhtml' media-type='application/xhtml+xml'/>"
                        + "</manifest><spine><itemref idref='b'/><itemref idref='a'/></spine></package>"));
        String page = "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>%s</p></body></html>";
        parts.put("a.xhtml", bytes(page.formatted("Theft is not covered.")));
        parts.put("b.xhtml", bytes(page.formatted("Water damage is covered.")));
        assertThat(textOf(DocumentFormat.EPUB, archive(parts)))
                .containsSubsequence("Water damage is covered.", "Theft is not covered.");
    }

    @Test
    void pagesAreReadWithoutTheirScripts() {
        String page = "<html><head><style>p {color: red}</style><script>alert(1)</script></head>"
                + "<body><h1>Größe</h1><p>Water damage<br>is covered.</p><ul><li>Fire</li></ul></body></html>";
        assertThat(textOf(DocumentFormat.HTML, bytes(page)))
                .contains("Größe", "is covered.", "Fire")
                .doesNotContain("alert", "color");
        assertThat(textOf(DocumentFormat.HTML, page.getBytes(Charset.forName("windows-1252"))))
                .contains("Größe");
    }

    @Test
    void theTextOfXmlIsRead() {
        assertThat(textOf(DocumentFormat.XML, bytes("<policy><clause>Water damage</clause> is covered.</policy>")))
                .contains("Water damage", "is covered.");
        byte[] wide = "<?xml version='1.0' encoding='UTF-16'?><p>Größe</p>".getBytes(StandardCharsets.UTF_16);
        assertThat(textOf(DocumentFormat.XML, wide)).isEqualTo("Größe");
    }

    @ParameterizedTest
    @CsvSource({"TXT", "MD", "CSV", "JSON"})
    void plainTextsAreWhatTheyAre(DocumentFormat format) {
        assertThat(textOf(format, bytes("# Größe\n\n{\"a\": 1}\n"))).isEqualTo("# Größe\n\n{\"a\": 1}");
        assertThat(textOf(format, "Größe".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("Größe");
        assertThat(textOf(format, "\uFEFFGröße".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("Größe");
    }

    @ParameterizedTest
    @CsvSource({"PDF", "DOCX", "PPTX", "XLSX", "TXT", "XML", "HTML", "EPUB"})
    void nothingIsRefused(DocumentFormat format) {
        requireRefused(format, new byte[0], "is empty");
        assertThatThrownBy(() -> textOf(format, bytes(" \n "))).isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void wrongEndingsAreRefused() throws IOException {
        byte[] pdf = document("policy.pdf");
        for (DocumentFormat format : new DocumentFormat[] {DocumentFormat.DOCX, DocumentFormat.XLSX}) {
            requireRefused(format, pdf, "is damaged, or no " + format.ending() + " file");
        }
        requireRefused(DocumentFormat.HTML, pdf, "is no text");
        requireRefused(DocumentFormat.PDF, document("policy.docx"), "is no pdf file");
        requireRefused(DocumentFormat.XLSX, document("policy.docx"), "is an archive, but no xlsx file");
        requireRefused(DocumentFormat.EPUB, document("policy.docx"), "is an archive, but no epub file");
        assertThatThrownBy(() -> textOf(DocumentFormat.TXT, document("policy.docx")))
                .isInstanceOfAny(UnreadableDocumentException.class, ProblemException.class);
    }

    @Test
    void scansAreRefused() throws IOException {
        requireRefused(DocumentFormat.PDF, document("scan.pdf"), "holds no text; pictures of texts");
    }

    @Test
    void encryptedFilesAreRefused() throws IOException {
        requireRefused(DocumentFormat.PDF, document("locked.pdf"), "is encrypted");
        byte[] locked = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        requireRefused(DocumentFormat.DOCX, locked, "is encrypted, or of an Office older than 2007");
    }

    @Test
    void macrosAreRefused() {
        Map<String, byte[]> parts = Map.of(
                "word/document.xml", bytes(wordXml("", "<w:p><w:r><w:t>x</w:t></w:r></w:p>")),
                "word/vbaProject.bin", bytes("Sub AutoOpen()"));
        requireRefused(DocumentFormat.DOCX, archive(parts), "holds macros");
    }

    @Test
    void bombsAreRefused() {
        requireRefused(DocumentFormat.DOCX, HostileDocuments.bomb("<w:b/>"), "unpacks to more than 100 MB");
        requireRefused(DocumentFormat.DOCX, HostileDocuments.bomb(" "), "takes more than 256 MB of memory");
        String long1 = "<w:p><w:r><w:t>" + "x".repeat(100_000) + "</w:t></w:r></w:p>";
        requireRefused(DocumentFormat.DOCX, word(long1.repeat(60)), "holds more than 5,000,000 characters");
    }

    @Test
    void aBillionLaughsAreRefused() {
        String laughs = HostileDocuments.laughs();
        requireRefused(DocumentFormat.XML, bytes(laughs + "<lolz>&l9;</lolz>"), "declares entities");
        requireRefused(
                DocumentFormat.XML,
                (laughs + "<lolz>&l9;</lolz>").getBytes(StandardCharsets.UTF_16),
                "declares entities");
        byte[] document =
                archive(Map.of("word/document.xml", bytes(wordXml(laughs, "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>"))));
        requireRefused(DocumentFormat.DOCX, document, "declares a document type");
    }

    @Test
    void externalEntitiesAreRefusedAndNobodyIsCalled() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/";
            for (String target : new String[] {address, "file:///etc/passwd"}) {
                String type = "<!DOCTYPE x [<!ENTITY e SYSTEM '%s'>]>".formatted(target);
                requireRefused(DocumentFormat.XML, bytes(type + "<x>&e;</x>"), "declares entities");
                requireRefused(
                        DocumentFormat.DOCX,
                        archive(Map.of("word/document.xml", bytes(wordXml(type, "&e;")))),
                        "declares a document type");
            }
            assertThat(textOf(DocumentFormat.XML, bytes("<!DOCTYPE x SYSTEM '%sx.dtd'><x>read</x>".formatted(address))))
                    .isEqualTo("read");
            assertThat(textOf(
                            DocumentFormat.HTML,
                            bytes("<p>read</p><img src='%s'><iframe src='%s'></iframe>".formatted(address, address))))
                    .isEqualTo("read");
            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void archivesInsideAreNotOpened() {
        requireRefused(DocumentFormat.DOCX, HostileDocuments.nestedArchives(), "is an archive, but no docx file");
        assertThat(textOf(DocumentFormat.DOCX, HostileDocuments.archivesBeside()))
                .isEqualTo("Covered.");
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "<a>".repeat(200_000) + "x" + "</a>".repeat(200_000);
        assertThatThrownBy(() -> textOf(DocumentFormat.XML, bytes(deep)))
                .isInstanceOf(UnreadableDocumentException.class);
        assertThat(textOf(DocumentFormat.HTML, bytes("<div>".repeat(100_000) + "x")))
                .isEqualTo("x");
    }

    @Test
    void aDocumentThatNeverEndsIsGivenUp() {
        Instant begin = Instant.now();
        requireRefused(DocumentFormat.PDF, HostileDocuments.endlessPdf(), "takes longer than 20 seconds");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(ProcessHandle.current().children())
                .allSatisfy(child -> assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void noProcessOutlivesTheServer() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> reading = threads.submit(() -> textOf(DocumentFormat.PDF, HostileDocuments.endlessPdf()));
            ProcessHandle process = Awaitility.await().until(ExtractionTests::child, Objects::nonNull);
            extraction.destroy();
            assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
            assertThatThrownBy(reading::get).hasCauseInstanceOf(UnreadableDocumentException.class);
        }
    }

    private static @Nullable ProcessHandle child() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElse(null);
    }

    private void requireRefused(DocumentFormat format, byte[] content, String reason) {
        assertThatThrownBy(() -> textOf(format, content))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining(reason);
    }

    private String textOf(DocumentFormat format, byte[] content) {
        return TENANT.<String, RuntimeException>call(() -> extraction.textOf(format, content));
    }

    private static byte[] document(String name) throws IOException {
        return new ClassPathResource("documents/" + name).getContentAsByteArray();
    }
}
