package ai.rhesis.backend.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Tries every route there is in every role against "viewers read, members write" and the list of what owners alone do.
@IntegrationTest
class PermissionTests {

    private static final Set<String> OWNERS_ONLY = Set.of(
            "PUT /organizations/{id}",
            "DELETE /organizations/{id}",
            "POST /organizations/{id}/load-initial-data",
            "POST /users",
            "DELETE /users/{id}",
            "DELETE /recycle/{table}/{id}",
            "DELETE /recycle/empty/{table}",
            "PUT /telemetry/settings",
            "POST /telemetry/remap");

    /// What changes nothing of the organization, though it is sent like a change.
    private static final Set<String> QUESTIONS =
            Set.of("POST /insights/query", "POST /notifications/read", "POST /feedback");

    /// The words of a refusal that say which role the caller has.
    private static final Pattern ROLES = Pattern.compile("your role is|you act as");

    @Autowired
    Organizations organizations;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @TestFactory
    Stream<DynamicTest> everyRouteHasItsRole() {
        Api owner = organizations.create();
        Api member = organizations.member(owner, "member");
        Api viewer = organizations.member(owner, "viewer");
        return routes().map(route -> DynamicTest.dynamicTest(route, () -> {
            boolean reads = route.startsWith("GET ") || QUESTIONS.contains(route);
            boolean ownersOnly = OWNERS_ONLY.contains(route);
            assertThat(isRefusedByRole(owner, route)).isFalse();
            assertThat(isRefusedByRole(member, route)).isEqualTo(ownersOnly);
            assertThat(isRefusedByRole(viewer, route)).isEqualTo(ownersOnly || !reads);
        }));
    }

    @Test
    void refusalSaysWhichRoleIsNeeded() {
        Api owner = organizations.create();
        Answer viewer = organizations.member(owner, "viewer").post("/prompts", Map.of("content", "x"));
        assertThat(viewer.status()).isEqualTo(403);
        assertThat(viewer.text("detail")).contains("viewer", "member");
        Answer member = organizations.member(owner, "member").post("/users", Map.of("email", "a@example.com"));
        assertThat(member.status()).isEqualTo(403);
        assertThat(member.text("detail")).contains("owners", "member");
    }

    @Test
    void answersCarryTheHeadersThatBrowsersObey() {
        Answer answer =
                organizations.create().with("Origin", "http://localhost:3000").get("/prompts");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("X-Total-Count", "X-Request-ID", "ETag");
        assertThat(answer.headers().get("Set-Cookie")).isNull();
    }

    @Test
    void foreignOriginsAreNotAllowed() {
        assertThat(organizations
                        .create()
                        .with("Origin", "https://evil.example")
                        .get("/prompts")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void forgedAccessTokensAreRefused() {
        Api nobody = organizations.anonymous();
        for (String forged : List.of(
                "x",
                "rh-",
                "rh-wrong-token",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiIwMTkwMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDAifQ.",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIwMTkwMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDAifQ.AAAA")) {
            assertThat(nobody.as(forged).get("/prompts").status()).as(forged).isEqualTo(401);
        }
    }

    /// Tells whether the role is the reason: a project that does not exist is refused too, whoever asks.
    private static boolean isRefusedByRole(Api caller, String route) {
        String[] parts = route.split(" ", 2);
        String path = parts[1].replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        Answer answer = caller.send(HttpMethod.valueOf(parts[0]), path, parts[0].equals("GET") ? null : "[]");
        return answer.status() == 403
                && ROLES.matcher(String.valueOf(answer.text("detail"))).find();
    }

    private Stream<String> routes() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().getPackageName().startsWith("ai.rhesis"))
                .flatMap(route -> route.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method ->
                                route.getKey().getPatternValues().stream().map(path -> method + " " + path)))
                .filter(route -> !route.contains(" /auth/"))
                // they ask for a session and not for a role
                .filter(route -> !Set.of("PATCH /users/leave-organization", "POST /ws/token")
                        .contains(route))
                .sorted();
    }
}
