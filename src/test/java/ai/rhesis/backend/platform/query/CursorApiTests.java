package ai.rhesis.backend.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class CursorApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
        for (int i = 0; i < 7; i++) {
            api.create("/prompts", i % 2 == 0 ? Map.of("content", "c" + i) : Map.of("content", "c" + i, "name", "n"));
        }
    }

    @Test
    void nextLeadsThroughTheWholeList() {
        assertThat(walk("/prompts?limit=2&cursor=")).containsExactly("c6", "c5", "c4", "c3", "c2", "c1", "c0");
        assertThat(walk("/prompts?limit=3")).hasSize(7).doesNotHaveDuplicates();
        assertThat(walk("/prompts?limit=7")).hasSize(7);
        assertThat(walk("/prompts?limit=2&$filter=name eq null&sort_by=content&sort_order=asc"))
                .containsExactly("c0", "c2", "c4", "c6");
    }

    @Test
    void whatIsInsertedMeanwhileMovesNothing() {
        Answer first = api.get("/prompts?limit=3&cursor=");
        api.create("/prompts", Map.of("content", "new"));
        assertThat(api.get("/prompts?limit=3&cursor=" + cursor(first)).texts("content"))
                .containsExactly("c3", "c2", "c1");
        assertThat(api.get("/prompts?limit=3&skip=3").texts("content")).containsExactly("c4", "c3", "c2");
    }

    @Test
    void deletedPlaceIsStillAPlace() {
        Answer first = api.get("/prompts?limit=3&cursor=");
        api.delete("/prompts/" + first.texts("id").getLast());
        assertThat(api.get("/prompts?limit=3&cursor=" + cursor(first)).texts("content"))
                .containsExactly("c3", "c2", "c1");
    }

    @Test
    void countIsMadeWhenAskedFor() {
        assertThat(api.get("/prompts?cursor=&limit=2").header("X-Total-Count")).isNull();
        Answer counted = api.get("/prompts?cursor=&limit=2&count=true");
        assertThat(counted.total()).isEqualTo(7);
        assertThat(api.get("/prompts?limit=2&count=true&cursor=" + cursor(counted))
                        .total())
                .isEqualTo(7);
        assertThat(api.get("/prompts?limit=2").total()).isEqualTo(7);
        assertThat(api.get("/prompts?cursor=&count=maybe").status()).isEqualTo(400);
    }

    @Test
    void linkKeepsWhatWasAsked() {
        String link = String.valueOf(
                api.get("/prompts/?limit=2&skip=1&$filter={f}&sort_by=content&$select=content", "content ne 'a&b c'")
                        .header("Link"));
        assertThat(URLDecoder.decode(link, StandardCharsets.UTF_8))
                .startsWith("</prompts")
                .endsWith("; rel=\"next\"")
                .contains("limit=2", "$filter=content ne 'a&b c'", "sort_by=content", "$select=content", "cursor=")
                .doesNotContain("skip");
        assertThat(api.get("/prompts?limit=100").header("Link")).isNull();
    }

    @Test
    void longestFilterFitsIntoTheLink() {
        String filter = "content ne '" + "中".repeat(FilterText.MAX_LENGTH - 13) + "'";
        Answer page = api.get("/prompts?limit=2&$filter={f}", filter);
        assertThat(page.size()).isEqualTo(2);
        assertThat(URLDecoder.decode(String.valueOf(page.header("Link")), StandardCharsets.UTF_8))
                .contains(filter);
    }

    @Test
    void cursorOfAnotherOrderOrNoneOfOursIsRefused() {
        String cursor = cursor(api.get("/prompts?limit=2"));
        for (String parameters : List.of("sort_by=name", "sort_order=asc", "sort_by=id", "skip=1")) {
            assertThat(api.get("/prompts?cursor=" + cursor + "&" + parameters).status())
                    .as(parameters)
                    .isEqualTo(400);
        }
        assertThat(api.get("/prompts?sort_by=created_at&sort_order=desc&cursor=" + cursor)
                        .status())
                .isEqualTo(200);
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            Answer refused = api.get("/prompts?cursor=" + cursor.substring(0, i) + other + cursor.substring(i + 1));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("field")).isEqualTo("cursor");
        }
        assertThat(api.get("/prompts?cursor={c}", "ä ' \\ %").status()).isEqualTo(400);
        assertThat(api.get("/prompts?cursor=A").status()).isEqualTo(400);
    }

    @Test
    void foreignCursorShowsOnlyOnesOwn() {
        Api other = organizations.create();
        String mine = other.create("/prompts", Map.of("content", "mine"));
        String cursor = cursor(api.get("/prompts?limit=2"));
        assertThat(other.get("/prompts?cursor=" + cursor).size()).isZero();
        String ascending = cursor(api.get("/prompts?limit=2&sort_order=asc"));
        assertThat(other.get("/prompts?sort_order=asc&cursor=" + ascending).texts("id"))
                .containsExactly(mine);
    }

    @Test
    void longTextsAreSortedByTheirBeginning() {
        for (String end : List.of("b", "a", "c")) {
            api.create("/prompts", Map.of("content", "ü".repeat(5000) + end));
        }
        assertThat(walk("/prompts?limit=1&sort_by=content&cursor=")).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void testsOfASetAreWalkedInItsOrder() {
        List<String> tests = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tests.add(api.create("/tests", Map.of("prompt", Map.of("content", "p" + i))));
        }
        String set = api.create("/test_sets", Map.of("name", "Smoke"));
        List<String> shuffled = List.of(tests.get(3), tests.get(0), tests.get(4), tests.get(2), tests.get(1));
        api.post("/test_sets/" + set + "/associate", Map.of("test_ids", shuffled));
        assertThat(walkIds("/test_sets/" + set + "/tests?limit=2")).containsExactlyElementsOf(shuffled);
        assertThat(walkIds("/test_sets/" + set + "/tests?limit=2&sort_by=created_at&sort_order=asc"))
                .containsExactlyElementsOf(tests);
        assertThat(walkIds("/test_sets/" + set + "/tests?limit=1&$filter=position ge 2"))
                .containsExactlyElementsOf(shuffled.subList(2, 5));
        assertThat(walkIds("/tests/" + tests.getFirst() + "/test_sets?cursor=")).containsExactly(set);
    }

    private List<String> walk(String path) {
        return Walk.through(api, path).stream()
                .map(item -> item.path("content").asString())
                .toList();
    }

    private List<String> walkIds(String path) {
        return Walk.through(api, path).stream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static String cursor(Answer page) {
        return String.valueOf(Walk.cursor(page));
    }
}
