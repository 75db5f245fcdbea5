package ai.rhesis.backend.support;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Points every application started by a test at the database of the test run, before it would start its own.
class TestEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String KEYS = "test:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.containsProperty("spring.datasource.url")) {
            Map<String, Object> settings = new HashMap<>(TestDatabase.shared().properties());
            settings.put("rhesis.secrets.keys", KEYS);
            settings.put("rhesis.files.directory", TestFolder.of("files").toString());
            settings.put("rhesis.registration", "open");
            settings.put("spring.mail.host", "127.0.0.1");
            settings.put("spring.mail.port", Mailbox.shared().port());
            settings.put("rhesis.mail.feedback-to", "operator@example.com");
            settings.put("rhesis.mail.retry-pause", "100ms");
            // where the tests' own servers listen; 127.0.0.2 stays what it is to everybody: a refused address
            settings.put("rhesis.egress.allow", "127.0.0.1");
            settings.put("spring.datasource.hikari.maximum-pool-size", 8);
            // a crowd of 64 waits for 8 connections on a machine that does much else
            settings.put("spring.datasource.hikari.connection-timeout", 60_000);
            // what openapi.json is made with, see LiveDocument
            settings.put("springdoc.default-produces-media-type", "application/json");
            environment.getPropertySources().addFirst(new MapPropertySource("test run", settings));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
