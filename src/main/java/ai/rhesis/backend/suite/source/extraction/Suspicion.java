package ai.rhesis.backend.suite.source.extraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A look at the bytes of a file before any parser sees it: whether it can be what its name says.
final class Suspicion {

    private Suspicion() {}

    static void require(DocumentFormat format, Path file) throws IOException {
        FirstBytes first = FirstBytes.of(file);
        if (format == DocumentFormat.PDF && !first.hold("%PDF-")) {
            throw new UnreadableDocumentException("is no pdf file");
        }
        if (format != DocumentFormat.PDF && isBinary(first)) {
            throw new UnreadableDocumentException("is no text, and so no " + format.ending() + " file");
        }
        if (format == DocumentFormat.XML && declaresEntities(file)) {
            throw new UnreadableDocumentException("declares entities; write out what they stand for");
        }
    }

    private static boolean isBinary(FirstBytes first) {
        return first.hold("\0\0\0") || first.hold("PK\u0003\u0004") || first.hold("%PDF-");
    }

    /// Looks for declarations in whatever charset: without the zero bytes that some have between letters.
    private static boolean declaresEntities(Path file) throws IOException {
        String letters = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace("\0", "");
        return letters.contains("<!ENTITY");
    }
}
