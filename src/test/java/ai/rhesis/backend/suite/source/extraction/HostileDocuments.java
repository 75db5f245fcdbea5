package ai.rhesis.backend.suite.source.extraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Documents made to harm who reads them, and small ones that archives are made of.
public final class HostileDocuments {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private HostileDocuments() {}

    public static byte[] archive(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A document of Word with this body.
    public static byte[] word(String body) {
        return archive(Map.of("word/document.xml", bytes(wordXml("", body))));
    }

    static String wordXml(String type, String body) {
        return "<?xml version='1.0'?>%s<w:document xmlns:w='%s'><w:body>%s</w:body></w:document>"
                .formatted(type, WORD, body);
    }

    /// A document of 600 KB whose only part repeats something for 600 MB.
    static byte[] bomb(String repeated) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(bytes("<w:document xmlns:w='%s'><w:body>".formatted(WORD)));
            byte[] megabyte = bytes(repeated.repeat((1 << 20) / repeated.length()));
            for (int i = 0; i < 600; i++) {
                zip.write(megabyte);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// An archive in an archive in an archive, 5,000 deep.
    static byte[] nestedArchives() {
        byte[] inner = bytes("at last");
        for (int i = 0; i < 5_000; i++) {
            inner = archive(Map.of("inner.zip", inner));
        }
        return inner;
    }

    /// A document with 5,000 archives beside its text.
    static byte[] archivesBeside() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("word/document.xml", bytes(wordXml("", "<w:p><w:r><w:t>Covered.</w:t></w:r></w:p>")));
        byte[] inner = archive(Map.of("inner.txt", bytes("hidden")));
        for (int i = 0; i < 5_000; i++) {
            parts.put("word/embeddings/" + i + ".zip", inner);
        }
        return archive(parts);
    }

    /// XML whose entity stands for a billion words.
    static String laughs() {
        StringBuilder type = new StringBuilder("<!DOCTYPE lolz [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            type.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        return type + "]>";
    }

    /// A page of PDF that draws a form, which draws another twice, and so on, 60 deep: 2 to the 60th drawings.
    public static byte[] endlessPdf() {
        int depth = 60;
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        pdf.append("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
        pdf.append("2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n");
        pdf.append("3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
                + "/Resources<</XObject<</X 10 0 R>>>>>> endobj\n");
        pdf.append(stream(4, "", "/X Do"));
        for (int i = 0; i < depth; i++) {
            String resources = i == depth - 1 ? "" : "/Resources<</XObject<</X %d 0 R>>>>".formatted(11 + i);
            pdf.append(stream(10 + i, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + resources, "/X Do /X Do"));
        }
        pdf.append("trailer <</Root 1 0 R/Size 100>>\n%%EOF\n");
        return bytes(pdf.toString());
    }

    private static String stream(int number, String keys, String content) {
        return "%d 0 obj <<%s/Length %d>> stream\n%s\nendstream endobj\n"
                .formatted(number, keys, content.length(), content);
    }
}
