package ai.rhesis.backend.frontend;

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
import org.springframework.beans.factory.annotation.Autowired;

/// The lists of the web frontend with what its search boxes, filter drawers and column headers send, and which of two
/// objects it finds.
@IntegrationTest
class FrontendListTests {

    private static final String TAGGED = "_tags_relationship/any(t: contains(tolower(t/tag/name), tolower('%s')))";

    @Autowired
    Organizations organizations;

    private Api page;

    @BeforeEach
    void makeTwoOfEachAlphaLast() {
        Api owner = organizations.create();
        page = Pages.in(owner, owner.create("/projects", Map.of("name", "Bot")));
        for (String word : List.of("Beta", "Alpha")) {
            String test = page.create(
                    "/tests",
                    Map.of(
                            "prompt", Map.of("content", word + " asks"),
                            "requirement", word + " rule",
                            "topic", word + " topic",
                            "category", word + " kind"));
            page.post("/tags/Test/" + test, Map.of("name", word + " tag"));
            String set = page.create("/test_sets", Map.of("name", word + " set", "test_set_type", "Single-Turn"));
            page.create("/tasks", Map.of("title", word + " job", "description", word));
            String endpoint = page.create("/endpoints", endpoint(word));
            String configuration =
                    page.create("/test_configurations", Map.of("endpoint_id", endpoint, "test_set_id", set));
            page.create("/test_runs", Map.of("test_configuration_id", configuration));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            tests     => contains(tolower(prompt/content), tolower('alpha'))                            => 1
            tests     => tolower(requirement/name) eq tolower('BETA RULE')                              => 1
            tests     => tolower(test_type/type_value) eq tolower('single-turn')                        => 2
            tests     => (topic/name eq 'Alpha topic' or topic/name eq 'Beta topic')                    => 2
            tests     => category/name eq null or category/name eq ''                                   => 0
            tests     => not _tags_relationship/any()                                                   => 0
            tests     => (id eq '00000000-0000-0000-0000-000000000000')                                 => 0
            test_sets => contains(tolower(name), tolower('it''s'))                                      => 0
            test_sets => tolower(test_set_type/type_value) eq tolower('Single-Turn')                    => 2
            endpoints => tolower(connection_type) eq tolower('rest')                                    => 2
            endpoints => tolower(status/name) eq tolower('active')                                      => 2
            tasks     => contains(tolower(title), tolower('x')) or contains(tolower(description), tolower('BETA')) => 1
            tasks     => contains(tolower(status/name), tolower('open'))                                => 2
            """)
    void filterFindsWhatItNames(String list, String filter, int found) {
        assertThat(filtered(list, filter)).isEqualTo(found);
    }

    @Test
    void searchBoxesLookIntoTheirFieldsAndTags() {
        assertThat(filtered(
                        "tests", search("beta", "prompt/content", "requirement/name", "topic/name", "category/name")))
                .isEqualTo(1);
        assertThat(filtered("tests", search("alpha tag", "prompt/content", "requirement/name")))
                .isEqualTo(1);
        assertThat(filtered("test_sets", search("alpha", "name", "user/name", "test_set_type/type_value")))
                .isEqualTo(1);
        String[] ofRuns = {"name", "test_configuration/test_set/name", "user/name", "status/name"};
        assertThat(filtered("test_runs", search("alpha", ofRuns))).isEqualTo(1);
        assertThat(filtered("test_runs", search("zzz", ofRuns))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "tests,prompt.content",
        "tests,requirement.name",
        "tests,topic.name",
        "tests,category.name",
        "test_sets,name",
        "test_runs,test_configuration.test_set.name",
        "tasks,title"
    })
    void columnHeaderSortsByItsTexts(String list, String column) {
        Answer up = sortedBothWays(list, column);
        assertThat(up.text("0." + column)).startsWith("Alpha ");
        assertThat(up.text("1." + column)).startsWith("Beta ");
    }

    @ParameterizedTest
    @CsvSource({
        "tests,test_type.type_value",
        "tests,tags_count",
        "test_sets,tags_count",
        "test_runs,user.name",
        "test_runs,tags_count",
        "endpoints,environment"
    })
    void columnHeaderTurnsRoundWhatIsEqual(String list, String column) {
        sortedBothWays(list, column);
    }

    @Test
    void environmentsReadUpTo200ExperimentsOfTheirProject() {
        String project = page.get("/tokens/current").text("project_id");
        page.post("/projects/" + project + "/experiments", Map.of("name", "Tuning"));
        String path = "/projects/" + project + "/experiments?limit=";
        assertThat(page.get(path + 200).texts("name")).containsExactly("Tuning");
        Answer refused = page.get(path + 201);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("detail")).isEqualTo("Limit cannot exceed 200");
    }

    /// Sorts both ways, which must be each other's opposite, and answers the ascending one.
    private Answer sortedBothWays(String list, String column) {
        Answer up = page.get("/" + list + "/?skip=0&limit=25&sort_order=asc&sort_by=" + column);
        Answer down = page.get("/" + list + "/?skip=0&limit=25&sort_order=desc&sort_by=" + column);
        assertThat(up.status()).isEqualTo(200);
        assertThat(down.status()).isEqualTo(200);
        assertThat(up.size()).isEqualTo(2);
        assertThat(down.texts("id")).containsExactlyElementsOf(up.texts("id").reversed());
        return up;
    }

    private long filtered(String list, String filter) {
        Answer answer =
                page.get("/{list}/?skip=0&limit=25&sort_by=created_at&sort_order=desc&$filter={filter}", list, filter);
        assertThat(answer.status()).as(filter).isEqualTo(200);
        assertThat(answer.size()).isEqualTo((int) answer.total());
        return answer.total();
    }

    private static String search(String word, String... fields) {
        StringBuilder filter = new StringBuilder("(");
        for (String field : fields) {
            filter.append("contains(tolower(%s), tolower('%s')) or ".formatted(field, word));
        }
        return filter.append(TAGGED.formatted(word)).append(')').toString();
    }

    /// An endpoint as its form leaves it when nothing but name and address is typed in.
    private static Map<String, ?> endpoint(String name) {
        return Map.of(
                "name",
                name,
                "description",
                "",
                "connection_type",
                "REST",
                "url",
                "https://bot.example.com/chat",
                "environment",
                "development",
                "method",
                "POST",
                "endpoint_path",
                "",
                "request_mapping",
                FrontendRunTests.REQUEST_MAPPING,
                "response_mapping",
                Map.of());
    }
}
