package ai.rhesis.backend.identity.registration;

import static ai.rhesis.backend.support.Organizations.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A server on a database of an operator who set nothing else.
class ClosedRegistrationTests {

    @Test
    void nobodyMayRegisterUnlessTheOperatorSaysSo() throws Exception {
        try (ServerProcess server = ServerProcess.startOnDefaults()) {
            Api nobody = Organizations.ofServer(server.port()).anonymous();
            assertThat(nobody.get("/auth/providers").text("providers.0.registration_enabled"))
                    .isEqualTo("false");
            Answer refused = nobody.post(
                    "/auth/register", Map.of("email", "ada@example.com", "password", PASSWORD, "name", "Ada"));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("detail")).contains("Registration is closed");
        }
    }
}
