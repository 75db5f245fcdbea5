package ai.rhesis.backend.identity.terms;

import static ai.rhesis.backend.support.Organizations.newAddress;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class TermsApiTests {

    @Autowired
    Organizations organizations;

    @Test
    void termsAreAcceptedOnceAndWithoutAnOrganization() {
        Api person = organizations.register(newAddress());
        Answer before = person.get("/auth/terms-status");
        assertThat(before.text("terms_accepted")).isEqualTo("false");
        assertThat(before.text("has_prior_acceptance")).isEqualTo("false");
        Answer accepted = person.post("/auth/accept-terms", Map.of());
        assertThat(accepted.text("success")).isEqualTo("true");
        assertThat(accepted.text("terms_accepted")).isEqualTo("true");
        assertThat(person.get("/auth/terms-status").text("terms_accepted")).isEqualTo("true");
        assertThat(person.get("/auth/terms-status").text("has_prior_acceptance"))
                .isEqualTo("true");
    }
}
