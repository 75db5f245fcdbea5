package ai.rhesis.backend.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A server that outlived the process which started it, as after a SIGKILL.
final class LeftoverServer {

    private static final int TIMEOUT_SECONDS = 60;

    private LeftoverServer() {}

    /// Stops the server which still runs on this directory, if any; the caller holds the directory's lock.
    static void stop(DataDirectory directory) throws IOException {
        if (!Files.exists(directory.processId())) {
            return;
        }
        var id = Files.readAllLines(directory.processId()).getFirst().strip();
        var process = ProcessHandle.of(Long.parseLong(id)).orElse(null);
        if (process == null || process.info().command().isEmpty()) {
            return;
        }
        if (!process.info().command().get().matches(".*postgres(\\.exe)?( \\(deleted\\))?")) {
            // The number went to another program since, and PostgreSQL would take that for itself.
            Files.delete(directory.processId());
        } else if (servesFrom(directory, process)) {
            interrupt(process);
            await(process, directory);
        }
    }

    private static boolean servesFrom(DataDirectory directory, ProcessHandle process) {
        // Windows doesn't tell the arguments; there the program's name has to do.
        return process.info()
                .arguments()
                .map(arguments ->
                        Arrays.asList(arguments).contains(directory.path().toString()))
                .orElse(true);
    }

    private static void interrupt(ProcessHandle process) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            process.destroy();
            return;
        }
        // SIGINT is the fast shutdown; Java itself can only send SIGTERM, which waits for every client to leave.
        // A shell has its own kill, where a small image has no program of that name.
        new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start();
    }

    private static void await(ProcessHandle process, DataDirectory directory) {
        try {
            process.onExit().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw stillThere(process, directory, stopping);
        } catch (ExecutionException | TimeoutException late) {
            throw stillThere(process, directory, late);
        }
    }

    private static EmbeddedDatabaseException stillThere(
            ProcessHandle process, DataDirectory directory, Exception cause) {
        return new EmbeddedDatabaseException(
                "A PostgreSQL left over from an earlier run still uses " + directory.path() + ".",
                "Stop process " + process.pid() + ".",
                cause);
    }
}
