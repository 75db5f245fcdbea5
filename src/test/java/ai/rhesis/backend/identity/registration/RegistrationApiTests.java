package ai.rhesis.backend.identity.registration;

import static ai.rhesis.backend.support.Organizations.PASSWORD;
import static ai.rhesis.backend.support.Organizations.newAddress;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Accounts;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class RegistrationApiTests {

    @Autowired
    Organizations organizations;

    private final String address = newAddress();
    private Api nobody;
    private Accounts accounts;

    @BeforeEach
    void callWithoutAToken() {
        nobody = organizations.anonymous();
        accounts = new Accounts(nobody);
    }

    @Test
    void providersSayHowToLogIn() {
        Answer providers = nobody.get("/auth/providers?org=acme");
        assertThat(providers.status()).isEqualTo(200);
        assertThat(providers.text("providers.0.name")).isEqualTo("email");
        assertThat(providers.text("providers.0.type")).isEqualTo("credentials");
        assertThat(providers.text("providers.0.enabled")).isEqualTo("true");
        assertThat(providers.text("providers.0.registration_enabled")).isEqualTo("true");
        assertThat(providers.text("password_policy.min_length")).isEqualTo("8");
        assertThat(providers.text("password_policy.max_length")).isEqualTo("72");
        assertThat(providers.text("password_policy.min_strength_score")).isEqualTo("0");
        assertThat(providers.text("quick_start")).isEqualTo("false");
    }

    @Test
    void whoRegistersCanLogIn() {
        Answer registered = nobody.post(
                "/auth/register",
                Map.of("email", address, "password", PASSWORD, "name", "Ada", "organization_id", "x"));
        assertThat(registered.status()).isEqualTo(200);
        assertThat(registered.text("user.name")).isEqualTo("Ada");
        assertThat(registered.at("user").has("organization_id")).isTrue();
        Answer login = accounts.login(address, PASSWORD);
        assertThat(login.text("success")).isEqualTo("true");
        assertThat(login.text("user.id")).isEqualTo(registered.text("user.id"));
        Answer pair = organizations.exchange(login);
        assertThat(pair.text("token_type")).isEqualTo("bearer");
        assertThat(pair.text("expires_in")).isEqualTo("900");
    }

    @Test
    void badFieldsAreNamed() {
        Answer refused = nobody.post("/auth/register", Map.of("email", "no address", "password", "short"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields()).containsExactlyInAnyOrder("body.email", "body.password");
        assertThat(refused.json().toString()).doesNotContain("short");
        assertThat(accounts.register(address, "ä".repeat(36)).status()).isEqualTo(200);
        assertThat(accounts.register(newAddress(), "ä".repeat(37)).badFields()).containsExactly("body.password");
        assertThat(nobody.post("/auth/exchange-code", Map.of()).badFields()).containsExactly("body.code");
    }

    @Test
    void takenAddressIsAConflictInAnyCase() {
        accounts.register(address, PASSWORD);
        Answer refused = accounts.register(address.toUpperCase(), PASSWORD);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("field")).isEqualTo("email");
    }

    @Test
    void expiredTokenInTheHeaderDoesNotKeepAnybodyOut() {
        assertThat(nobody.as("expired")
                        .post("/auth/register", Map.of("email", address, "password", PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void invitedPersonJoinsByRegistering() {
        Api owner = organizations.create();
        Answer invitation = owner.post("/users", Map.of("email", address, "name", "Invited"));
        Answer joined = accounts.join(address, PASSWORD, invitation);
        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.text("user.id")).isEqualTo(invitation.id());
        Answer user = owner.get("/users/" + invitation.id());
        assertThat(user.text("is_active")).isEqualTo("true");
        assertThat(user.text("joined_at")).isNotNull();
        assertThat(user.text("organization_id")).isEqualTo(joined.text("user.organization_id"));
        assertThat(accounts.join(address, PASSWORD, invitation).badFields()).containsExactly("body.invitation_code");
    }

    @Test
    void existingAccountJoinsByItsPassword() {
        Answer registered = accounts.register(address, PASSWORD);
        Answer oldPair = organizations.exchange(registered);
        Answer invitation = organizations.create().post("/users", Map.of("email", address));
        assertThat(accounts.join(address, "wrong password", invitation).status())
                .isEqualTo(401);
        assertThat(accounts.join(address, PASSWORD, invitation).text("user.id")).isEqualTo(invitation.id());
        Api joined = nobody.as(String.valueOf(accounts.refresh(oldPair).text("access_token")));
        assertThat(joined.get("/tokens/current").text("user_email")).isEqualTo(address);
    }

    @Test
    void accountOfAnotherOrganizationCannotJoin() {
        Api elsewhere = organizations.register(address);
        elsewhere.create("/organizations", Map.of("name", "Elsewhere"));
        Answer invitation = organizations.create().post("/users", Map.of("email", address));
        assertThat(invitation.status()).isEqualTo(200);
        assertThat(accounts.join(address, PASSWORD, invitation).status()).isEqualTo(409);
    }

    @Test
    void invitationIsForItsAddressOnly() {
        Answer invitation = organizations.create().post("/users", Map.of("email", newAddress()));
        assertThat(accounts.join(address, PASSWORD, invitation).badFields()).containsExactly("body.invitation_code");
        assertThat(accounts.login(address, PASSWORD).status()).isEqualTo(401);
    }
}
