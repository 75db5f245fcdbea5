package ai.rhesis.backend.platform.web;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Asks every route there is, known or not to its author, for what it must not give.
@IntegrationTest
class RouteGuardTests {

    private static final Set<String> PUBLIC = Set.of(
            "GET /",
            "GET /health",
            "GET /health/live",
            "GET /health/ready",
            "POST /auth/register",
            "POST /auth/login/email",
            "POST /auth/exchange-code",
            "POST /auth/refresh",
            "POST /auth/logout",
            "GET /auth/logout",
            "GET /auth/providers",
            "POST /auth/verify",
            "POST /auth/verify-email",
            "POST /auth/resend-verification",
            "POST /auth/forgot-password",
            "POST /auth/reset-password",
            "POST /auth/magic-link",
            "POST /auth/magic-link/verify",
            "POST /auth/local-login",
            "POST /feedback",
            "GET /openapi.json",
            "GET /docs");

    /// The place where deleted objects are restored, which every 410 tells.
    private static final String BIN = "recycle";

    @Autowired
    Organizations organizations;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @TestFactory
    Stream<DynamicTest> everyRouteAsksForAToken() {
        Api nobody = organizations.anonymous();
        return routes().filter(route -> !PUBLIC.contains(route))
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    Answer refused = send(nobody, route);
                    assertThat(refused.status()).isEqualTo(401);
                    assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
                    assertThat(refused.text("detail")).isNotBlank();
                    assertThat(send(nobody.as("rh-wrong-token"), route).status())
                            .isEqualTo(401);
                    assertThat(send(nobody, route + "/").status()).isEqualTo(401);
                }));
    }

    /// What filters must know of a route its handler says by an annotation, and a feature by a bean.
    @Test
    void platformNamesNoPathOfAFeature() throws IOException {
        String beginnings = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(route -> isOfAFeature(route.getValue()))
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .map(path -> path.split("/", 3))
                .filter(segments -> segments.length > 1 && !segments[1].isEmpty() && !segments[1].equals(BIN))
                .map(segments -> Pattern.quote(segments[1]))
                .distinct()
                .collect(joining("|", "\"/(", ")[/\"]"));
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/ai/rhesis/backend/platform"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .hasSizeGreaterThan(100)
                    .allSatisfy(file -> assertThat(file).content().doesNotContainPattern(beginnings));
        }
    }

    private static boolean isOfAFeature(HandlerMethod handler) {
        String name = handler.getBeanType().getName();
        return name.startsWith("ai.rhesis.backend.") && !name.startsWith("ai.rhesis.backend.platform.");
    }

    @Test
    void theDocumentNamesEveryRoute() {
        assertThat(documented()).containsAll(mapped().filter(this::isOurs).toList());
    }

    @Test
    void everyPathWorksWithATrailingSlash() {
        Api api = organizations.create();
        for (String path : Set.of("/prompts", "/tests", "/test_sets", "/organizations", "/users/settings")) {
            assertThat(api.get(path + "/").status()).as(path).isEqualTo(200);
            assertThat(api.get(path).status()).as(path).isEqualTo(200);
        }
    }

    private Stream<String> routes() {
        Set<String> all = new TreeSet<>(documented());
        mapped().filter(this::isOurs).forEach(all::add);
        return all.stream();
    }

    /// Routes of ours have no wildcard; the pages of the documentation and the error page of the container have.
    private boolean isOurs(String route) {
        return !route.contains("*") && !route.contains("/error") && !route.contains("swagger");
    }

    private Stream<String> mapped() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(route -> !isOfTheDocument(route.getValue()))
                .map(Map.Entry::getKey)
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> (mapping.getMethodsCondition()
                                                .getMethods()
                                                .isEmpty()
                                        ? Stream.of("GET")
                                        : mapping.getMethodsCondition().getMethods().stream()
                                                .map(Enum::name))
                                .map(method -> method + " " + path.replace("{*", "{"))));
    }

    /// The document and the page that shows it are public and don't describe themselves.
    private static boolean isOfTheDocument(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("org.springdoc");
    }

    private Set<String> documented() {
        Set<String> documented = new TreeSet<>();
        organizations
                .anonymous()
                .get("/openapi.json")
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> documented.add(method.toUpperCase() + " " + path.getKey())));
        return documented;
    }

    private static Answer send(Api api, String route) {
        String[] parts = route.split(" ", 2);
        String path = parts[1].replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return api.send(HttpMethod.valueOf(parts[0]), path, parts[0].equals("GET") ? null : "{}");
    }
}
