package ai.rhesis.backend.support;

import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.client.RestTestClient;

/// Makes organizations and members for tests, each test its own, through the same doors as anybody.
@TestComponent
@Lazy
public class Organizations {

    public static final String PASSWORD = "correct horse battery";

    private final Environment environment;

    Organizations(Environment environment) {
        this.environment = environment;
    }

    /// The same doors of a server in another process.
    public static Organizations ofServer(int port) {
        return new Organizations(new MockEnvironment().withProperty("local.server.port", String.valueOf(port)));
    }

    /// The port of this server.
    public int port() {
        return Integer.parseInt(environment.getRequiredProperty("local.server.port"));
    }

    /// Nobody: a caller without a token.
    public Api anonymous() {
        return new Api(RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port())
                .build());
    }

    /// The owner of a new organization, calling with an API token.
    public Api create() {
        Api person = register(newAddress());
        person.create("/organizations", Map.of("name", "Organization " + UUID.randomUUID()));
        return person.as(token(person));
    }

    /// The owner of a new organization, calling with a JWT as a browser does.
    public Api founder() {
        Api person = register(newAddress());
        person.create("/organizations", Map.of("name", "Organization " + UUID.randomUUID()));
        return person;
    }

    /// A new member of the owner's organization, calling with an API token.
    public Api member(Api owner, String role) {
        Api member = joined(owner, role);
        return role.equals("viewer") ? member : member.as(token(member));
    }

    /// A new member of the owner's organization, calling with a JWT.
    public Api joined(Api owner, String role) {
        String address = newAddress();
        Answer invitation = owner.post("/users", Map.of("email", address, "role", role));
        return person(accounts().join(address, PASSWORD, invitation));
    }

    /// A person with a login and no organization yet, calling with a JWT.
    public Api register(String address) {
        return person(accounts().register(address, PASSWORD));
    }

    /// The tokens that a registration or login gets for its code.
    public Answer exchange(Answer login) {
        return anonymous().post("/auth/exchange-code", Map.of("code", String.valueOf(login.text("auth_code"))));
    }

    /// The tenant that a caller with an API token acts for, to run what the application runs without a request.
    public static Tenant tenantOf(Api api) {
        Answer current = api.get("/tokens/current");
        Answer users = api.get("/users?$filter={filter}", "email eq '" + current.text("user_email") + "'");
        return new Tenant(
                UUID.fromString(String.valueOf(current.text("organization_id"))),
                UUID.fromString(String.valueOf(users.text("0.id"))));
    }

    public static String newAddress() {
        return "user-" + UUID.randomUUID() + "@example.com";
    }

    private Accounts accounts() {
        return new Accounts(anonymous());
    }

    private Api person(Answer login) {
        return anonymous().as(String.valueOf(exchange(login).text("access_token")));
    }

    private static String token(Api person) {
        return String.valueOf(person.post("/tokens", Map.of("name", "test")).text("access_token"));
    }
}
