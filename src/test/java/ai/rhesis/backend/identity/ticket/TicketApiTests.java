package ai.rhesis.backend.identity.ticket;

import static ai.rhesis.backend.support.Organizations.PASSWORD;
import static ai.rhesis.backend.support.Organizations.newAddress;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Accounts;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Logs;
import ai.rhesis.backend.support.Mailbox;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class TicketApiTests {

    private static final String NEW_PASSWORD = "another battery staple";

    @Autowired
    Organizations organizations;

    private final Mailbox mailbox = Mailbox.shared();
    private final String address = newAddress();
    private Api nobody;
    private Accounts accounts;

    @BeforeEach
    void callWithoutAToken() {
        nobody = organizations.anonymous();
        accounts = new Accounts(nobody);
    }

    @Test
    void whoRegistersProvesTheAddressOnce() {
        assertThat(accounts.register(address, PASSWORD).text("user.is_email_verified"))
                .isEqualTo("false");
        String mail = mailbox.next(address);
        assertThat(mail)
                .contains("Subject: Confirm your email address", "http://localhost:3000/auth/verify-email?token=");
        String ticket = mail.replaceAll("(?s).*token=([A-Za-z0-9_-]+).*", "$1");
        Answer verified = use("verify-email", ticket);
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.text("success")).isEqualTo("true");
        assertThat(verified.text("message")).isNotBlank();
        assertThat(verified.text("user.is_email_verified")).isEqualTo("true");
        assertThat(organizations.exchange(verified).status()).isEqualTo(200);
        Answer again = use("verify-email", ticket);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text("field")).isEqualTo("token");
        assertThat(again.json().toString()).doesNotContain(ticket);
    }

    @Test
    void aMailThatIsRefusedForNowIsSentAgain() {
        mailbox.refuse(address, 3);
        try (Logs logs = Logs.all()) {
            accounts.register(address, PASSWORD);
            assertThat(use("verify-email", mailbox.ticket(address)).status()).isEqualTo(200);
            assertThat(logs.lines())
                    .filteredOn(line -> line.contains("could not be sent"))
                    .hasSize(3)
                    .last(InstanceOfAssertFactories.STRING)
                    .contains("attempt 3 of 4");
        }
    }

    @Test
    void aMailThatIsAlwaysRefusedIsDroppedInTheEnd() {
        mailbox.refuse(address, 4);
        accounts.register(address, PASSWORD);
        assertThat(mailbox.isEmpty(address, 6_000)).isTrue();
    }

    @Test
    void aTicketIsGoodForItsPurposeOnly() {
        accounts.register(address, PASSWORD);
        String ticket = mailbox.ticket(address);
        assertThat(use("magic-link/verify", ticket).status()).isEqualTo(400);
        assertThat(nobody.post("/auth/reset-password", Map.of("token", ticket, "new_password", NEW_PASSWORD))
                        .status())
                .isEqualTo(400);
        assertThat(use("verify-email", "x").status()).isEqualTo(400);
        assertThat(nobody.post("/auth/verify-email", Map.of()).badFields()).containsExactly("body.token");
        assertThat(use("verify-email", ticket).status()).isEqualTo(200);
    }

    @Test
    void aNewPasswordByMailEndsAllSessionsAndTheOldPassword() {
        Answer session = organizations.exchange(accounts.register(address, PASSWORD));
        mailbox.next(address);
        assertThat(ask("forgot-password", address).status()).isEqualTo(200);
        String ticket = mailbox.ticket(address);
        Map<String, String> reset = Map.of("token", ticket, "new_password", NEW_PASSWORD);
        assertThat(nobody.post("/auth/reset-password", Map.of("token", ticket, "new_password", "short"))
                        .badFields())
                .containsExactly("body.new_password");
        assertThat(nobody.post("/auth/reset-password", reset).text("success")).isEqualTo("true");
        assertThat(nobody.post("/auth/reset-password", reset).status()).isEqualTo(400);
        assertThat(accounts.login(address, PASSWORD).status()).isEqualTo(401);
        assertThat(accounts.login(address, NEW_PASSWORD).text("user.is_email_verified"))
                .isEqualTo("true");
        assertThat(nobody.as(String.valueOf(session.text("access_token")))
                        .get("/auth/terms-status")
                        .status())
                .isEqualTo(401);
        assertThat(accounts.refresh(session).status()).isEqualTo(401);
    }

    @Test
    void aMagicLinkLogsIn() {
        accounts.register(address, PASSWORD);
        mailbox.next(address);
        ask("magic-link", address.toUpperCase());
        Answer login = use("magic-link/verify", mailbox.ticket(address));
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.text("user.email")).isEqualTo(address);
        assertThat(organizations.exchange(login).text("token_type")).isEqualTo("bearer");
    }

    @Test
    void whoAsksForMailLearnsNothingOfTheAddress() {
        accounts.register(address, PASSWORD);
        String unknown = newAddress();
        for (String path : List.of("resend-verification", "forgot-password", "magic-link")) {
            Answer known = ask(path, address);
            assertThat(known.status()).isEqualTo(200);
            assertThat(known.json()).isEqualTo(ask(path, unknown).json());
            assertThat(ask(path, "no address").badFields()).containsExactly("body.email");
        }
        assertThat(mailbox.isEmpty(unknown, 500)).isTrue();
    }

    @Test
    void aProvedAddressNeedsNoProof() {
        accounts.register(address, PASSWORD);
        use("verify-email", mailbox.ticket(address));
        ask("resend-verification", address);
        ask("magic-link", address);
        assertThat(mailbox.next(address)).contains("/auth/magic-link?token=");
        assertThat(mailbox.isEmpty(address, 300)).isTrue();
    }

    @Test
    void nobodyIsFloodedWithMail() {
        accounts.register(address, PASSWORD);
        for (int asked = 0; asked < 8; asked++) {
            ask("magic-link", address);
        }
        for (int sent = 0; sent < 5; sent++) {
            mailbox.next(address);
        }
        assertThat(mailbox.isEmpty(address, 500)).isTrue();
    }

    @Test
    void noTicketOrPasswordIsLogged() {
        try (Logs logs = Logs.all()) {
            accounts.register(address, PASSWORD);
            String ticket = mailbox.ticket(address);
            use("verify-email", ticket);
            use("verify-email", ticket);
            assertThat(logs.lines()).noneMatch(line -> line.contains(ticket) || line.contains(PASSWORD));
        }
    }

    @Test
    void whoIsInvitedByMailJoinsByProvingTheAddress() {
        Api owner = organizations.create();
        Answer invited = owner.post("/users", Map.of("email", address, "send_invite", true, "is_active", true));
        assertThat(invited.status()).isEqualTo(200);
        assertThat(mailbox.next(address))
                .contains("http://localhost:3000/auth/register")
                .doesNotContain(String.valueOf(invited.text("invitation_code")));
        Answer registered = accounts.register(address, PASSWORD);
        assertThat(registered.text("user.organization_id")).isNull();
        Answer joined = use("verify-email", mailbox.ticket(address));
        assertThat(joined.text("user.id")).isEqualTo(invited.id());
        assertThat(joined.text("user.organization_id"))
                .isEqualTo(owner.get("/tokens/current").text("organization_id"));
        Api member = nobody.as(String.valueOf(organizations.exchange(joined).text("access_token")));
        assertThat(member.get("/users").total()).isEqualTo(2);
        assertThat(member.post("/prompts", Map.of("content", "Hello")).status()).isEqualTo(200);
    }

    @Test
    void anUnprovedAddressJoinsNothing() {
        Api owner = organizations.create();
        owner.post("/users", Map.of("email", address));
        accounts.register(address, PASSWORD);
        Answer login = accounts.login(address, PASSWORD);
        assertThat(login.text("user.organization_id")).isNull();
        assertThat(owner.get("/users?$filter={f}", "email eq '" + address + "'").text("0.is_active"))
                .isEqualTo("false");
    }

    @Test
    void whoHasProvedTheAddressBeforeJoinsAtTheNextLogin() {
        accounts.register(address, PASSWORD);
        use("verify-email", mailbox.ticket(address));
        Api owner = organizations.create();
        owner.post("/users", Map.of("email", address));
        assertThat(accounts.login(address, PASSWORD).text("user.organization_id"))
                .isEqualTo(owner.get("/tokens/current").text("organization_id"));
    }

    private Answer ask(String path, String email) {
        return nobody.post("/auth/" + path, Map.of("email", email));
    }

    private Answer use(String path, String ticket) {
        return nobody.post("/auth/" + path, Map.of("token", ticket));
    }
}
