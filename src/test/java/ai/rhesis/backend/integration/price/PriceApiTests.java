package ai.rhesis.backend.integration.price;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class PriceApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void anOrganization() {
        api = organizations.create();
    }

    @Test
    void theNewestValidPriceCountsForWhatTheProviderDoesNotPrice() {
        try (FakeModelServer server = FakeModelServer.start().always(question -> ModelReply.text("Hello"))) {
            Runs runs = new Runs(api);
            String model = runs.model("Bot", server.url());
            String set = runs.set("Hello", 1);
            runs.judgeSet(set, runs.assertion("Greets", "contains", "Hello"));
            price(model, "1", "1", "2020-01-01T00:00:00Z");
            price(model, "1000", "2000", "2024-01-01T00:00:00Z");
            price(model, "5", "5", "2999-01-01T00:00:00Z");

            String before = runs.start(set, model, Map.of());
            runs.await(before);
            String run = runs.start(set, model, Map.of());
            runs.await(run);

            Answer compared = api.post("/test_runs/" + run + "/compare", Map.of("baseline", before));
            assertThat(compared.at("cost.candidate").asDouble())
                    .isEqualTo((ModelReply.INPUT_TOKENS * 1000 + ModelReply.OUTPUT_TOKENS * 2000) / 1e6);
        }
    }

    @Test
    void momentsThatCanNotBeStoredAreRefused() {
        String model = new Runs(api).model("Bot", "https://model.example");
        for (String moment : List.of("+294277-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z", "0000-01-01T00:00:00Z")) {
            assertThat(price(model, "1", "1", moment).badFields()).as(moment).containsExactly("body.valid_from");
        }
    }

    @Test
    void pricesAreListedAddedAndTakenBack() {
        String model = new Runs(api).model("Bot", "https://model.example");
        Answer added = price(model, "2.50", "10", "2024-01-01T00:00:00Z");

        assertThat(added.status()).isEqualTo(201);
        assertThat(price(model, "3", "10", "2024-01-01T00:00:00Z").status()).isEqualTo(409);
        assertThat(api.get("/prices?model_id=" + model)
                        .json()
                        .get(0)
                        .path("input")
                        .asDouble())
                .isEqualTo(2.5);
        assertThat(api.get("/prices?model_id=" + UUID.randomUUID()).size()).isZero();
        assertThat(api.get("/prices?limit=0").status()).isEqualTo(400);
        assertThat(api.delete("/prices/" + added.id()).status()).isEqualTo(200);
        assertThat(api.delete("/prices/" + added.id()).status()).isEqualTo(404);
        assertThat(api.get("/prices").size()).isZero();
    }

    @Test
    void badPricesAreNamed() {
        String model = new Runs(api).model("Bot", "https://model.example");

        assertThat(price(model, "-1", "10", null).status()).isEqualTo(422);
        assertThat(price(UUID.randomUUID().toString(), "1", "10", null).toString())
                .contains("model_id", "does not exist");
        assertThat(api.post("/prices", Map.of("model_id", model, "input", 1)).status())
                .isEqualTo(422);
    }

    @Test
    void anotherOrganizationSeesAndPricesNothing() {
        String model = new Runs(api).model("Bot", "https://model.example");
        Answer added = price(model, "1", "2", null);
        Api other = organizations.create();

        assertThat(other.get("/prices").size()).isZero();
        assertThat(other.delete("/prices/" + added.id()).status()).isEqualTo(404);
        assertThat(other.post("/prices", Map.of("model_id", model, "input", 1, "output", 1))
                        .status())
                .isEqualTo(422);
    }

    private Answer price(String model, String input, String output, @Nullable String from) {
        Map<String, Object> body = new HashMap<>(Map.of("model_id", model, "input", input, "output", output));
        if (from != null) {
            body.put("valid_from", from);
        }
        return api.post("/prices", body);
    }
}
