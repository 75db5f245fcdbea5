package ai.rhesis.backend.portal.demo;

import ai.rhesis.backend.identity.account.OperatorAccounts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The creation of the demo organization: its account as the operator makes one, the rest over the same HTTP
/// interface as anybody's.
class DemoOrganization {

    private final String address;
    private final OperatorAccounts accounts;

    DemoOrganization(String address, OperatorAccounts accounts) {
        this.address = address;
        this.accounts = accounts;
    }

    /// Creates it with its owner's account and returns the access to it; null when the owner has an account already.
    @Nullable
    DemoAccess create(String owner) {
        String password = accounts.create(owner, "Demo");
        return password == null ? null : create(owner, password);
    }

    private DemoAccess create(String owner, String password) {
        DemoClient person = new DemoClient(address, logIn(owner, password));
        String organization = person.post(
                        "/organizations", Map.of("name", "Demo", "description", "Made on the first start"))
                .path("id")
                .asString();
        person.post("/organizations/" + organization + "/load-initial-data", Map.of());
        String token = person.post("/tokens", Map.of("name", "demo"))
                .path("access_token")
                .asString();
        DemoClient client = new DemoClient(address, token);
        DemoTarget target = new DemoTarget(client, address, token);
        String project = client.get("/projects").path(0).path("id").asString();
        return new DemoAccess(
                address,
                owner,
                password,
                token,
                new DemoTestSet(client).create(),
                target.create(project, "Echo", Echo.GOOD),
                target.create(project, "Echo, a worse version", Echo.WORSE));
    }

    private String logIn(String owner, String password) {
        DemoClient anonymous = new DemoClient(address, null);
        String code = anonymous
                .post("/auth/login/email", Map.of("email", owner, "password", password))
                .path("auth_code")
                .asString();
        return anonymous
                .post("/auth/exchange-code", Map.of("code", code))
                .path("access_token")
                .asString();
    }
}
