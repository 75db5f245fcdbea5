package ai.rhesis.backend.platform.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Keys that nothing reads: told in a header, refused where the client prefers that.
@IntegrationTest
class UnknownKeysApiTests {

    private static final String IGNORED = "Ignored-Keys";

    @Autowired
    Organizations organizations;

    private Api api;
    private Api strict;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
        strict = api.with("Prefer", "respond-async, handling=strict");
    }

    @Test
    void ignoredKeysAreTold() {
        Answer metric = api.post(
                "/metrics",
                Map.of(
                        "name",
                        "Politeness",
                        "evaluation_prompt",
                        "Is it polite?",
                        "score_type",
                        "binary",
                        "tags",
                        List.of("tone")));
        assertThat(metric.status()).isEqualTo(200);
        assertThat(metric.header(IGNORED)).isEqualTo("tags");
        assertThat(metric.at("tags").size()).isZero();
        Answer inner = api.post("/tests", Map.of("prompt", Map.of("content", "Hi", "tone", "kind")));
        assertThat(inner.header(IGNORED)).isEqualTo("tone");
        assertThat(api.put("/tests/" + inner.id(), Map.of("nmae", "Typo")).header(IGNORED))
                .isEqualTo("nmae");
    }

    @Test
    void nothingIsToldWhereAllIsRead() {
        Answer read = strict.post("/categories", Map.of("name", "Safety"));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header(IGNORED)).isNull();
    }

    @Test
    void strictHandlingRefusesAndStoresNothing() {
        Answer refused = strict.post("/categories", Map.of("name", "Safety", "colour", "red", "size", 3));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields()).containsExactlyInAnyOrder("body.colour", "body.size");
        assertThat(api.get("/categories").total()).isZero();
    }

    @Test
    void keysOfManyObjectsAreToldOnce() {
        Map<String, ?> test = Map.of("prompt", Map.of("content", "Hi"), "colour", "red");
        Answer stored = api.post("/tests/bulk", Map.of("tests", List.of(test, test)));
        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.header(IGNORED)).isEqualTo("colour");
        assertThat(strict.post("/tests/bulk", Map.of("tests", List.of(test))).status())
                .isEqualTo(422);
    }

    @Test
    void aNameCannotEndTheHeader() {
        Answer told = api.post("/categories", Map.of("name", "Safety", "a\r\nSet-Cookie: b, c", 1));
        assertThat(told.header(IGNORED)).isEqualTo("a%0D%0ASet-Cookie%3A%20b%2C%20c");
        assertThat(told.header("Set-Cookie")).isNull();
    }
}
