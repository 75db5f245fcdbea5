package ai.rhesis.backend.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TypeLookups;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The filters that the web frontend's search boxes and columns send.
@IntegrationTest
class FrontendFilterApiTests {

    @Autowired
    Organizations organizations;

    Api api;
    String test;
    String other;

    @BeforeEach
    void twoTests() {
        api = organizations.create();
        String user = String.valueOf(api.get("/users").text("0.id"));
        api.put("/users/" + user, Map.of("given_name", "Ada", "family_name", "Lovelace", "name", "Ada L"));
        String project = api.create("/projects", Map.of("name", "Support"));
        test = api.create(
                "/tests",
                Map.of(
                        "prompt", Map.of("content", "Hello"),
                        "owner_id", user,
                        "assignee_id", user,
                        "project_id", project));
        other = api.create("/tests", Map.of("prompt", Map.of("content", "Bye")));
    }

    @Test
    void commentsAndTasksAreAskedFor() {
        String comment = api.create("/comments", about("content"));
        api.create("/tasks", about("title"));

        assertThat(tests("comments/any()")).containsExactly(test);
        assertThat(tests("not comments/any()")).containsExactly(other);
        assertThat(tests("tasks/any()")).containsExactly(test);
        assertThat(tests("not tasks/any()")).containsExactly(other);
        api.delete("/comments/" + comment);
        assertThat(tests("comments/any()")).isEmpty();
        for (String list : List.of(
                "test_runs",
                "test_sets",
                "test_results",
                "endpoints",
                "metrics",
                "models",
                "requirements",
                "projects")) {
            Answer answer = api.get("/" + list + "?$filter={filter}", "not comments/any() and not tasks/any()");
            assertThat(answer.status()).as(list).isEqualTo(200);
        }
    }

    @Test
    void commentsOfAnotherOrganizationAreNotSeen() {
        api.create("/comments", about("content"));
        Api stranger = organizations.create();
        stranger.create("/tests", Map.of("prompt", Map.of("content", "Mine")));

        assertThat(stranger.get("/tests?$filter={filter}", "comments/any()").total())
                .isZero();
    }

    @Test
    void peopleAreFoundByAllOfTheirNames() {
        for (String field : List.of("given_name", "family_name", "email", "name")) {
            for (String who : List.of("assignee", "owner")) {
                String value = Map.of("given_name", "ada", "family_name", "lovelace", "name", "ada l")
                        .getOrDefault(field, "example.com");
                assertThat(tests("contains(tolower(" + who + "/" + field + "), tolower('" + value + "'))"))
                        .as(who + "/" + field)
                        .containsExactly(test);
            }
        }
        assertThat(tests("user/family_name eq 'Lovelace'")).hasSize(2);
    }

    @Test
    void projectsAndPrioritiesAreFoundByName() {
        String task = api.create("/tasks", about("title"));
        api.put("/tasks/" + task, Map.of("priority_id", TypeLookups.id(api, "TaskPriority", "High")));

        assertThat(tests("project/name eq 'Support'")).containsExactly(test);
        assertThat(api.get("/tasks?$filter={filter}", "tolower(priority/type_value) eq tolower('high')")
                        .texts("id"))
                .containsExactly(task);
    }

    @Test
    void requirementsAreSearchedByTheirMetrics() {
        String metric = api.create(
                "/metrics",
                Map.of(
                        "name",
                        "Polite",
                        "description",
                        "Minds manners",
                        "evaluation_prompt",
                        "Is it?",
                        "score_type",
                        "binary"));
        String requirement = api.create("/requirements", Map.of("name", "Greets"));
        api.create("/requirements", Map.of("name", "Leaves"));
        api.post("/requirements/" + requirement + "/metrics/" + metric, null);

        assertThat(api.get(
                                "/requirements?$filter={filter}",
                                "(contains(tolower(name),tolower('manners')) or contains(tolower(description),"
                                        + "tolower('manners')) or metrics/any(m: contains(tolower(m/name),"
                                        + "tolower('manners')) or contains(tolower(m/description),tolower('manners')))"
                                        + " or _tags_relationship/any(tg: contains(tolower(tg/tag/name),"
                                        + "tolower('manners'))))")
                        .texts("id"))
                .containsExactly(requirement);
    }

    private List<String> tests(String filter) {
        Answer answer = api.get("/tests?$filter={filter}", filter);
        assertThat(answer.total()).isEqualTo(answer.size());
        return answer.texts("id");
    }

    private Map<String, String> about(String text) {
        return Map.of(text, "Look", "entity_type", "Test", "entity_id", test);
    }
}
