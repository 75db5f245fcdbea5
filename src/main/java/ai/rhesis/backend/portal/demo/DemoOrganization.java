package ai.rhesis.backend.portal.demo;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/// The creation of the demo organization, over the same HTTP interface as anybody's.
class DemoOrganization {

    private static final String EMAIL = "demo@example.com";

    private final String address;

    DemoOrganization(String address) {
        this.address = address;
    }

    DemoAccess create() {
        String password = newPassword();
        DemoClient person = new DemoClient(address, register(password));
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
        return new DemoAccess(
                address,
                EMAIL,
                password,
                token,
                new DemoTestSet(client).create(),
                target.create("Echo", Echo.GOOD),
                target.create("Echo, a worse version", Echo.WORSE));
    }

    /// Makes the account and returns its access token.
    private String register(String password) {
        DemoClient anonymous = new DemoClient(address, null);
        String code = anonymous
                .post("/auth/register", Map.of("email", EMAIL, "password", password, "name", "Demo"))
                .path("auth_code")
                .asString();
        return anonymous
                .post("/auth/exchange-code", Map.of("code", code))
                .path("access_token")
                .asString();
    }

    private static String newPassword() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().encodeToString(random);
    }
}
