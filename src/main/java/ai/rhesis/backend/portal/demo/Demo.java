package ai.rhesis.backend.portal.demo;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/// Makes a demo organization on the first start of the embedded database, and says how to call it.
///
/// It goes through the same HTTP doors as anybody, so what it shows is what a client gets.
@Component
@ConditionalOnBooleanProperty("rhesis.embedded-database")
class Demo {

    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final String EMAIL = "demo@example.com";

    @EventListener
    void offer(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port");
        String address = "http://127.0.0.1:" + port;
        try {
            offer(address, newPassword());
        } catch (HttpClientErrorException.Conflict | HttpClientErrorException.Forbidden madeBeforeOrClosed) {
            log.info("Rhesis answers at {} (API documentation: {}/docs)", address, address);
        }
    }

    private static void offer(String address, String password) {
        DemoClient anonymous = new DemoClient(address, null);
        String code = anonymous
                .post("/auth/register", Map.of("email", EMAIL, "password", password, "name", "Demo"))
                .path("auth_code")
                .asString();
        DemoClient person = new DemoClient(
                address,
                anonymous
                        .post("/auth/exchange-code", Map.of("code", code))
                        .path("access_token")
                        .asString());
        person.post("/organizations", Map.of("name", "Demo", "description", "Made on the first start"));
        String token = person.post("/tokens", Map.of("name", "demo"))
                .path("access_token")
                .asString();
        String testSet = new DemoTestSet(new DemoClient(address, token)).create();
        log.info(invitation(address, token, password, testSet));
    }

    private static String invitation(String address, String token, String password, String testSet) {
        return """


                Rhesis answers at %1$s (API documentation: %1$s/docs).
                A demo organization was made, with a test set of a support chatbot. This is shown once:

                    login     %2$s / %3$s
                    token     %4$s

                Try it:

                    curl -H 'Authorization: Bearer %4$s' '%1$s/test_sets/%5$s/tests?limit=3'
                """.formatted(address, EMAIL, password, token, testSet);
    }

    private static String newPassword() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().encodeToString(random);
    }
}
