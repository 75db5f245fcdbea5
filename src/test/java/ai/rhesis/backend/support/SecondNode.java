package ai.rhesis.backend.support;

import ai.rhesis.backend.RhesisApplication;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// One more node on the database of the test run, that works on no runs.
public record SecondNode(ConfigurableApplicationContext context, Organizations server) implements AutoCloseable {

    /// @param more settings, as on a command line
    public static SecondNode start(String... more) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(RhesisApplication.class)
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--rhesis.queue.workers=0",
                                        "--spring.datasource.hikari.maximum-pool-size=3",
                                        // springdoc keeps its readers of types in static fields, where those of
                                        // the last application would replace those of the tests'
                                        "--springdoc.api-docs.enabled=false",
                                        "--spring.main.register-shutdown-hook=false"),
                                Stream.of(more))
                        .toArray(String[]::new));
        int port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
        return new SecondNode(context, Organizations.ofServer(port));
    }

    @Override
    public void close() {
        context.close();
    }
}
