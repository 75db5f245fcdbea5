package ai.rhesis.backend.suite.source.extraction;

import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.suite.fileformat.FileText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// The extraction of texts from documents.
///
/// A thread that parses can't be stopped, so a process parses, with a heap of its own, and is killed when its time is
/// over. A thread of the bounded pool waits for it, so that no more run at a time than there are processors.
@Component
public class Extraction {

    static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final Duration MARGIN = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(Extraction.class);

    private final ComputePool pool;

    Extraction(ComputePool pool) {
        this.pool = pool;
    }

    /// Extracts the text of a document.
    ///
    /// @throws UnreadableDocumentException when it has none, or more than may be, or takes too long
    /// @throws ProblemException 422 when a plain text is none
    public String textOf(DocumentFormat format, byte[] content) {
        if (content.length == 0) {
            throw new UnreadableDocumentException("is empty");
        }
        if (format.isPlain()) {
            ExtractedText text = new ExtractedText();
            text.append(plain(content));
            return text.whole();
        }
        return pool.call(() -> extracted(format, content), TIMEOUT.plus(MARGIN));
    }

    private static String plain(byte[] content) {
        String text = FileText.of(content).text();
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableDocumentException("is no text");
        }
        return text;
    }

    private static String extracted(DocumentFormat format, byte[] content) {
        try {
            Path folder = Files.createTempDirectory("extraction");
            try {
                Path file = Files.write(folder.resolve("document"), content);
                return result(new ExtractionCommand(format, file, folder.resolve("text")));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String result(ExtractionCommand command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.line())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        try {
            if (!process.waitFor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UnreadableDocumentException(
                        "takes longer than " + TIMEOUT.toSeconds() + " seconds to be read");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the extraction was cancelled");
        } finally {
            process.destroyForcibly();
        }
        return resultOf(process.exitValue(), command);
    }

    private static String resultOf(int end, ExtractionCommand command) throws IOException {
        return switch (end) {
            case ExtractionProcess.READ -> Files.readString(command.result());
            case ExtractionProcess.REFUSED -> throw new UnreadableDocumentException(Files.readString(command.result()));
            case ExtractionProcess.OUT_OF_MEMORY ->
                throw new UnreadableDocumentException(
                        "takes more than %d MB of memory to be read".formatted(ExtractionCommand.MAX_HEAP_MEGABYTES));
            default -> {
                log.warn("The process that extracts a text ended with {}", end);
                throw new UnreadableDocumentException("can't be read");
            }
        };
    }
}
