package ai.rhesis.backend.platform.secrets;

import ai.rhesis.backend.platform.embedded.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/// The key of an embedded database, generated into a file beside the data that only its owner reads.
///
/// The operator gives the keys where a database is configured: they must outlive this machine as the data does.
class KeyFile implements EnvironmentPostProcessor, Ordered {

    private static final String KEYS = "rhesis.secrets.keys";

    /// Returns the order: after the configuration is read, and before the embedded database becomes the configured
    /// one.
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean configured = environment.containsProperty(KEYS) || environment.containsProperty(KEYS + "[0]");
        if (configured || StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            return;
        }
        Path data = Path.of(environment.getRequiredProperty("rhesis.data-directory"));
        String key = read(data.toAbsolutePath().normalize().resolveSibling("secrets.key"));
        environment.getPropertySources().addLast(new MapPropertySource("key file", Map.of(KEYS, key)));
    }

    static String read(Path file) {
        try {
            makeOnce(file);
            return Files.readString(file).strip();
        } catch (IOException unreachable) {
            throw new UncheckedIOException("the key file " + file + " can't be used", unreachable);
        }
    }

    private static void makeOnce(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        PrivateFile.write(draft, newKey());
        // moved when whole, so that a crash in between leaves no half key
        Files.move(draft, file);
    }

    private static String newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return "1:" + Base64.getEncoder().encodeToString(key) + "\n";
    }
}
