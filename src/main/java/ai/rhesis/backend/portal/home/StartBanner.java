package ai.rhesis.backend.portal.home;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The message that every start ends with: where the server answers, who may call it, and how to get in. No
/// secret is among them.
@Component
class StartBanner {

    private static final Logger log = LoggerFactory.getLogger(StartBanner.class);

    /// Prints the banner, before anything else that waits for the server to be ready.
    @Order(1)
    @EventListener
    void show(ApplicationReadyEvent ready) {
        log.info(text(ready.getApplicationContext().getEnvironment()));
    }

    static String text(Environment environment) {
        ServerAddress address = ServerAddress.of(environment);
        boolean embedded = environment.getProperty("rhesis.embedded-database", boolean.class, false);
        return """


                Rhesis answers at %1$s

                    documentation   %1$s/docs
                    callers         %2$s
                    database        %3$s
                    registration    %4$s
                    a token         log in (POST /auth/login/email) and POST /tokens; more in docs/operations.md
                """.formatted(
                address.url(),
                address.callers() + (embedded ? targets(address) : ""),
                embedded ? "its own, in " + environment.getProperty("rhesis.data-directory") : "the configured one",
                registration(environment));
    }

    private static String targets(ServerAddress address) {
        return address.isLoopback()
                ? "; targets on it are allowed (server.address changes both)"
                : "; targets on this machine are refused";
    }

    private static String registration(Environment environment) {
        return environment.getProperty("rhesis.registration", "closed").equalsIgnoreCase("open")
                ? "open: whoever calls may make an account"
                : "closed: only who is invited may make an account";
    }
}
