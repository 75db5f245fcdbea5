package ai.rhesis.backend.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Another JVM that runs an embedded database until it is killed, or the one that started it has ended.
class ChildProcess {

    static void main(String[] arguments) throws Exception {
        var database = EmbeddedDatabase.startDisposable(Path.of(arguments[0]));
        EmbeddedDatabaseTests.ask(database, database.superuser(), "create table kept as select 42; select 1");
        System.out.println("started");
        System.in.readAllBytes();
    }

    /// Returns when the database answers.
    static Process start(Path directory) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildProcess.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = process.inputReader(StandardCharsets.UTF_8);
        for (var line = output.readLine(); !"started".equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IllegalStateException("the other process ended");
            }
        }
        return process;
    }
}
