package ai.rhesis.backend.support;

import ai.rhesis.backend.RhesisApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The application in a JVM of its own, on a fresh database, to be ended from outside.
public record ServerProcess(Process process, int port) implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /// Returns when it serves: registration is open, and targets on this machine are allowed.
    public static ServerProcess start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    /// The same with more settings.
    public static ServerProcess start(Map<String, ?> more) throws IOException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("rhesis.registration", "open");
        settings.put("rhesis.egress.allow", "127.0.0.1");
        return launch(settings);
    }

    /// The same with no settings but those that a database of an operator needs.
    public static ServerProcess startOnDefaults() throws IOException, InterruptedException {
        return launch(Map.of());
    }

    private static ServerProcess launch(Map<String, ?> more) throws IOException, InterruptedException {
        int port = freePort();
        Map<String, Object> settings = new HashMap<>(TestDatabase.fresh().properties());
        settings.put("rhesis.secrets.keys", "test:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        settings.put("rhesis.files.directory", TestFolder.of("files"));
        settings.put("server.port", port);
        settings.putAll(more);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RhesisApplication.class.getName()));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(
                        TestFolder.of("server-process.log").toFile()))
                .start();
        ServerProcess server = new ServerProcess(process, port);
        server.awaitReady();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (!isReady()) {
            boolean isOver = process.waitFor(200, TimeUnit.MILLISECONDS);
            if (isOver || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("the server did not start, see " + TestFolder.of("server-process.log"));
            }
        }
    }

    private boolean isReady() {
        try {
            return Organizations.ofServer(port).anonymous().get("/health/ready").status() == 200;
        } catch (RuntimeException noConnection) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
