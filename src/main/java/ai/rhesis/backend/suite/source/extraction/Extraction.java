package ai.rhesis.backend.suite.source.extraction;

import ai.rhesis.backend.platform.compute.Turns;
import ai.rhesis.backend.suite.fileformat.FileText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// The extraction of texts from documents.
///
/// A thread that parses can't be stopped, so a process parses, with a heap of its own, and is killed when its
/// time is over. The thread of the request waits for it and keeps nobody else: no more processes run at a time
/// than there are processors, half of them for one organization.
@Component
public class Extraction implements DisposableBean {

    static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final int MAX_PROCESSES = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final String BUSY =
            "Your organization has too many documents being read on this server; try again in a moment";
    private static final Logger log = LoggerFactory.getLogger(Extraction.class);

    private final Turns turns = new Turns(MAX_PROCESSES, MAX_PROCESSES / 2, BUSY);
    private final Set<Process> running = ConcurrentHashMap.newKeySet();

    /// Extracts the text of a document.
    ///
    /// @throws UnreadableDocumentException when it has none, or more than may be, or takes too long
    /// @throws ProblemException 422 when a plain text is none, 503 when too many documents are being read
    public String textOf(DocumentFormat format, byte[] content) {
        if (content.length == 0) {
            throw new UnreadableDocumentException("is empty");
        }
        if (format.isPlain()) {
            ExtractedText text = new ExtractedText();
            text.append(plain(content));
            return text.whole();
        }
        return turns.during(() -> extracted(format, content));
    }

    private static String plain(byte[] content) {
        String text = FileText.of(content).text();
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableDocumentException("is no text");
        }
        return text;
    }

    private String extracted(DocumentFormat format, byte[] content) {
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

    private String result(ExtractionCommand command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.line())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        running.add(process);
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
            running.remove(process);
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

    /// Kills what is running: no process outlives the server.
    @Override
    public void destroy() {
        running.forEach(Process::destroyForcibly);
    }
}
