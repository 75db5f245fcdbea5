package ai.rhesis.backend.portal.demo;

import ai.rhesis.backend.identity.account.OperatorAccounts;
import ai.rhesis.backend.portal.home.ServerAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// The demo organization of an embedded database: made on the first start, and told about on every start.
///
/// Its address, login and token stand in `demo.env` beside the data; `demo.sh` runs its test set.
@Component
@ConditionalOnBooleanProperty("rhesis.embedded-database")
class Demo {

    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final String OWNER = "demo@example.com";

    private final OperatorAccounts accounts;
    private final Path access;
    private final Path script;

    Demo(OperatorAccounts accounts, @Value("${rhesis.data-directory}") Path data) {
        this.accounts = accounts;
        access = data.resolveSibling("demo.env");
        script = data.resolveSibling("demo.sh");
    }

    /// Offers the demo after the banner.
    @Order(2)
    @EventListener
    void offer(ApplicationReadyEvent ready) throws IOException {
        offer(ServerAddress.of(ready.getApplicationContext().getEnvironment()).url());
    }

    private void offer(String address) throws IOException {
        try {
            if (Files.exists(access)) {
                follow(address);
            } else {
                create(address);
            }
            Files.writeString(script, new ClassPathResource("demo/demo.sh").getContentAsString(StandardCharsets.UTF_8));
        } catch (RestClientException changed) {
            // the demo's user has taken its token or its endpoints away
            log.info("There is no demo to offer: {}", changed.getMessage());
        }
    }

    private void create(String address) throws IOException {
        DemoAccess made = new DemoOrganization(address, accounts).create(OWNER);
        if (made == null) {
            log.info("The access to the demo organization, {}, is gone; a new data directory gets a new one.", access);
        } else {
            made.write(access);
            log.info(welcome(made));
        }
    }

    /// Takes the demo along when the server listens on another port than before.
    private void follow(String address) throws IOException {
        DemoAccess kept = DemoAccess.read(access);
        if (!kept.address().equals(address)) {
            DemoTarget target = new DemoTarget(new DemoClient(address, kept.token()), address, kept.token());
            target.move(kept.endpoint(), Echo.GOOD);
            target.move(kept.worseEndpoint(), Echo.WORSE);
            kept.at(address).write(access);
        }
        log.info("""


                The login and the token of the demo organization are in %s. To run its tests and follow them:

                    sh %s
                """.formatted(access, script));
    }

    private String welcome(DemoAccess made) {
        return """


                A demo organization was made, with a test set of a support chatbot and a target to test:

                    login     %s / %s
                    token     %s

                They are kept in %s, which only you may read. To run the tests and follow them to their report:

                    sh %s
                """.formatted(made.email(), made.password(), made.token(), access, script);
    }
}
