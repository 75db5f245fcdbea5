package ai.rhesis.backend.suite.source.extraction;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The program of the process that extracts one text and ends: `FORMAT FILE RESULT`.
///
/// It ends with [#READ] and the text in the result, or with [#REFUSED] and the reason. Any other end is that of
/// a process that ran out of memory, was killed, or outlived its server. It holds no secret, has a heap of its
/// own, and opens no connection.
final class ExtractionProcess {

    static final int READ = 0;
    static final int REFUSED = 2;
    static final int OUT_OF_MEMORY = 3; // of the JVM, on -XX:+ExitOnOutOfMemoryError

    private static final int GIVEN_UP = 4;

    // of a server that can't kill it any more; one that lives kills it before
    private static final long MAX_SECONDS = Extraction.TIMEOUT.toSeconds() * 2;

    private static final Set<String> REMOTE = Set.of("http", "https", "ftp", "mailto");

    private ExtractionProcess() {}

    static void main(String[] args) throws IOException {
        URL.setURLStreamHandlerFactory(protocol -> REMOTE.contains(protocol) ? new NoConnection() : null);
        CompletableFuture.delayedExecutor(MAX_SECONDS, TimeUnit.SECONDS)
                .execute(() -> Runtime.getRuntime().halt(GIVEN_UP));
        Path result = Path.of(args[2]);
        try {
            Files.writeString(result, text(DocumentFormat.valueOf(args[0]), Path.of(args[1])));
            System.exit(READ);
        } catch (UnreadableDocumentException refused) {
            Files.writeString(result, String.valueOf(refused.getMessage()));
        } catch (StackOverflowError deep) {
            Files.writeString(result, "is nested too deeply");
        } catch (IOException | RuntimeException | LinkageError damaged) {
            Files.writeString(result, "is damaged, or no " + args[0].toLowerCase(Locale.ROOT) + " file");
        }
        System.exit(REFUSED);
    }

    static String text(DocumentFormat format, Path file) throws IOException {
        ExtractedText text = new ExtractedText();
        switch (format) {
            case DOCX -> OfficeText.readDocument(file, text);
            case PPTX -> OfficeText.readPresentation(file, text);
            case XLSX -> WorkbookText.read(file, text);
            case EPUB -> {
                OfficeParts.open(file, format, "META-INF/container.xml").close();
                TikaText.read(format, file, text);
            }
            case PDF, HTML, XML -> {
                Suspicion.require(format, file);
                TikaText.read(format, file, text);
            }
            case TXT, MD, CSV, JSON -> throw new IllegalArgumentException(format.name());
        }
        return text.whole();
    }

    private static final class NoConnection extends URLStreamHandler {

        @Override
        protected @Nullable URLConnection openConnection(URL url) throws IOException {
            throw new IOException("no connection is opened to read a document");
        }
    }
}
