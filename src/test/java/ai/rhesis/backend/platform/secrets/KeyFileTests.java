package ai.rhesis.backend.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class KeyFileTests {

    @TempDir
    Path directory;

    @Test
    void isMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
        Path file = directory.resolve("data/secrets.key");
        String key = KeyFile.read(file);
        assertThat(KeyFile.read(file)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new KeyRing(List.of(key)).derive("jwt")).hasSize(1);
    }

    @Test
    void givesTheEmbeddedDatabaseAKey() {
        MockEnvironment environment = environment();
        assertThat(environment.getProperty("rhesis.secrets.keys")).startsWith("1:");
        assertThat(directory.resolve("secrets.key")).exists();
    }

    @Test
    void leavesAConfiguredDatabaseToItsOperator() {
        assertThat(environment("spring.datasource.url").containsProperty("rhesis.secrets.keys"))
                .isFalse();
        assertThat(environment("rhesis.secrets.keys[0]").containsProperty("rhesis.secrets.keys"))
                .isFalse();
        assertThat(directory.resolve("secrets.key")).doesNotExist();
    }

    private MockEnvironment environment(String... configured) {
        MockEnvironment environment = new MockEnvironment()
                .withProperty(
                        "rhesis.data-directory", directory.resolve("postgres").toString());
        for (String name : configured) {
            environment.setProperty(name, "x");
        }
        new KeyFile().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
