package ai.rhesis.backend.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoAccessTests {

    private static final DemoAccess ACCESS =
            new DemoAccess("http://127.0.0.1:8080", "demo@example.com", "p-a_s", "rh-t_o-k", "set", "good", "worse");

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenCanBeRead() throws IOException {
        Path file = directory.resolve("demo.env");
        ACCESS.write(file);
        assertThat(DemoAccess.read(file)).isEqualTo(ACCESS);
        ACCESS.at("http://127.0.0.1:9090").write(file);
        assertThat(DemoAccess.read(file)).isEqualTo(ACCESS.at("http://127.0.0.1:9090"));
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        Path file = directory.resolve("demo.env");
        ACCESS.write(file);
        assertThat(Files.getPosixFilePermissions(file))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        assertThat(ACCESS.toString()).doesNotContain(ACCESS.password(), ACCESS.token());
    }

    @Test
    void shellsReadItToo() throws Exception {
        Path file = directory.resolve("demo.env");
        ACCESS.write(file);
        Process shell =
                new ProcessBuilder("sh", "-c", ". '" + file + "' && echo \"$API $TOKEN $WORSE_ENDPOINT\"").start();
        assertThat(new String(shell.getInputStream().readAllBytes()))
                .isEqualTo("http://127.0.0.1:8080 rh-t_o-k worse\n");
    }
}
