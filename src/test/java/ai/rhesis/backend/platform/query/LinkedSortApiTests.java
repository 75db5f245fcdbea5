package ai.rhesis.backend.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class LinkedSortApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void tests() {
        api = organizations.create();
        make("first", "b", "Y", List.of());
        make("second", "c", "X", List.of("red", "blue"));
        make("third", "a", "Y", List.of("red"));
        api.create("/tests", Map.of("name", "bare", "prompt", Map.of("content", "d")));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            prompt.content => asc  => third,first,second,bare
            prompt.content => desc => bare,second,first,third
            category.name  => asc  => second,first,third,bare
            category.name  => desc => bare,third,first,second
            tags_count     => asc  => first,bare,third,second
            tags_count     => desc => second,third,bare,first
            """)
    void testsAreSortedByWhatTheyLinkTo(String field, String direction, String names) {
        String path = "/tests?limit=100&sort_by=" + field + "&sort_order=" + direction;
        assertThat(api.get(path).texts("name")).containsExactly(names.split(","));
        assertThat(Walk.through(api, path.replace("limit=100", "limit=1") + "&cursor="))
                .extracting(test -> test.path("name").asString())
                .containsExactly(names.split(","));
    }

    @Test
    void tagsThatWereTakenOffAreNotCounted() {
        JsonNode second = api.get("/tests?$filter=name eq 'second'").json().get(0);
        for (JsonNode tag : second.path("tags")) {
            api.delete("/tags/Test/" + second.path("id").asString() + "/"
                    + tag.path("id").asString());
        }
        assertThat(api.get("/tests?sort_by=tags_count&sort_order=desc&limit=1").texts("name"))
                .containsExactly("third");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompt.", "prompt.nothing", "nothing.name", "tags.name", "prompt_count", "_count"})
    void otherPathsAreRefused(String path) {
        Answer refused = api.get("/tests?sort_by=" + path);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo("sort_by");
        assertThat(refused.at("allowed_values").valueStream().map(JsonNode::asString))
                .contains("created_at", "category.name", "tags_count");
    }

    private void make(String name, String prompt, String category, List<String> tags) {
        String id = api.create(
                "/tests",
                Map.of("name", name, "prompt", Map.of("content", prompt), "category", category, "requirement", "R"));
        tags.forEach(tag -> api.post("/tags/Test/" + id, Map.of("name", tag)));
    }
}
