package ai.rhesis.backend.integration.tool;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.FakeTarget.Call;
import ai.rhesis.backend.support.FakeTarget.Reply;
import ai.rhesis.backend.support.HeldAnswers;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TypeLookups;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Tools that are really called: Jira and GitHub, both on this machine.
@IntegrationTest
class ToolCallApiTests {

    private static final String TICKETS = "/tools/jira/create-ticket-from-task";
    private static final String TOKEN = "token-of-the-tool";

    @Autowired
    Organizations organizations;

    FakeTarget target;
    Api api;

    @BeforeEach
    void ownTarget() {
        target = FakeTarget.start();
        api = organizations.create();
    }

    @AfterEach
    void stop() {
        target.close();
    }

    @Test
    void aTaskBecomesAnIssueOfJira() {
        target.answering(call -> Reply.json(Map.of("id", "1", "key", "CLAIM-7")).withStatus(201));
        String tool = jira(Map.of("space_key", "CLAIM"));
        String task = api.create(
                "/tasks",
                Map.of(
                        "title", "Mend the answer",
                        "description", "It says no.\n\nIt should say yes.",
                        "task_metadata", Map.of("own", 1)));

        Answer made = ticket(task, tool);

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text("issue_key")).isEqualTo("CLAIM-7");
        assertThat(made.text("issue_url")).isEqualTo(target.url() + "/jira/browse/CLAIM-7");
        assertThat(made.text("message")).contains("CLAIM-7");
        Call call = target.lastCall();
        assertThat(call.path()).isEqualTo("/jira/rest/api/3/issue");
        assertThat(call.header("Authorization"))
                .isEqualTo("Basic "
                        + Base64.getEncoder()
                                .encodeToString(("ann@example.com:" + TOKEN).getBytes(StandardCharsets.UTF_8)));
        assertThat(call.json().at("/fields/project/key").asString()).isEqualTo("CLAIM");
        assertThat(call.json().at("/fields/issuetype/name").asString()).isEqualTo("Task");
        assertThat(call.json().at("/fields/summary").asString()).isEqualTo("Mend the answer");
        assertThat(call.json().at("/fields/description/content").findValuesAsString("text"))
                .containsExactly("It says no.", "It should say yes.");
        Answer kept = api.get("/tasks/" + task);
        assertThat(kept.text("task_metadata.jira_issue.issue_key")).isEqualTo("CLAIM-7");
        assertThat(kept.text("task_metadata.jira_issue.issue_url")).isEqualTo(made.text("issue_url"));
        assertThat(kept.text("task_metadata.own")).isEqualTo("1");

        Answer again = ticket(task, tool);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("detail")).contains("CLAIM-7");
        assertThat(target.calls()).hasSize(1);
    }

    @Test
    void aTaskBecomesOneIssueHoweverOftenItIsAskedFor() throws Exception {
        HeldAnswers held = new HeldAnswers();
        target.answering(
                held.of(call -> Reply.json(Map.of("id", "1", "key", "CLAIM-7")).withStatus(201)));
        String tool = jira(Map.of("space_key", "CLAIM"));
        String task = api.create("/tasks", Map.of("title", "Mend", "task_metadata", Map.of("own", 1)));
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> ticket(task, tool));
        Awaitility.await().until(() -> target.calls().size() == 1);

        Answer second = ticket(task, tool);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("detail")).contains("being made");
        held.release();
        assertThat(first.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(target.calls()).hasSize(1);
        assertThat(api.get("/tasks/" + task).at("task_metadata").propertyNames())
                .containsExactlyInAnyOrder("own", "jira_issue");
    }

    @Test
    void aClaimOfSomeMinutesAgoIsVoid() {
        target.answering(call -> Reply.json(Map.of("id", "1", "key", "CLAIM-7")).withStatus(201));
        String tool = jira(Map.of("space_key", "CLAIM"));
        for (String said : List.of("no time", Instant.now().minusSeconds(301).toString())) {
            String task = api.create(
                    "/tasks", Map.of("title", "Mend", "task_metadata", Map.of("jira_issue_claimed_at", said)));
            assertThat(ticket(task, tool).status()).isEqualTo(200);
        }
        String task = api.create(
                "/tasks",
                Map.of(
                        "title",
                        "Mend",
                        "task_metadata",
                        Map.of("jira_issue_claimed_at", Instant.now().toString())));
        assertThat(ticket(task, tool).status()).isEqualTo(409);
    }

    @Test
    void whatJiraRefusesIsToldWithoutTheToken() {
        String tool = jira(Map.of("space_key", "CLAIM"));
        String task = api.create("/tasks", Map.of("title", "Mend"));
        target.next(
                Reply.text("application/json", "{\"errorMessages\": [\"No project. " + TOKEN + "\"]}")
                        .withStatus(400),
                Reply.text("text/html", "<html>"),
                Reply.json(Map.of("key", "../evil")));

        Answer refused = ticket(task, tool);
        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.text("detail")).contains("No project.").doesNotContain(TOKEN);
        assertThat(ticket(task, tool).text("detail")).contains("no JSON");
        assertThat(ticket(task, tool).text("detail")).contains("no key");
        assertThat(target.calls()).as("each asked once").hasSize(3);
        assertThat(api.get("/tasks/" + task).at("task_metadata").has("jira_issue"))
                .isFalse();
    }

    @Test
    void aToolThatLacksSomethingIsNamed() {
        String task = api.create("/tasks", Map.of("title", "Mend"));
        Answer noSpace = ticket(task, jira(Map.of()));
        assertThat(noSpace.badFields()).containsExactly("body.tool_id");
        assertThat(noSpace.text("detail.0.msg")).contains("space_key");
        Answer noUrl = ticket(task, tool("jira", Map.of("JIRA_API_TOKEN", TOKEN), Map.of("space_key", "CLAIM")));
        assertThat(noUrl.text("detail.0.msg")).contains("JIRA_USERNAME");
        Answer otherKind = ticket(task, tool("notion", Map.of("NOTION_TOKEN", TOKEN), Map.of()));
        assertThat(otherKind.text("detail.0.msg")).contains("of the provider notion");
        for (String address : List.of("ftp://jira.example.com", "http://ann:secret@jira.example.com", "jira")) {
            assertThat(ticket(task, tool("jira", credentials(address), Map.of("space_key", "CLAIM")))
                            .text("detail.0.msg"))
                    .contains("JIRA_URL");
        }
        Answer inside = ticket(task, tool("jira", credentials("http://[::1]:1"), Map.of("space_key", "CLAIM")));
        assertThat(inside.badFields()).containsExactly("body.tool_id");
        assertThat(inside.text("detail.0.msg")).contains("rhesis.egress.allow");
        assertThat(ticket(UUID.randomUUID().toString(), jira(Map.of("space_key", "CLAIM")))
                        .badFields())
                .containsExactly("body.task_id");
        assertThat(api.post(TICKETS, Map.of()).badFields()).containsExactlyInAnyOrder("body.task_id", "body.tool_id");
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void theConnectionToJiraIsTried() {
        target.answering(call -> call.path().endsWith("/myself")
                ? Reply.json(Map.of("displayName", "Ann"))
                : Reply.json(List.of(Map.of("key", "CLAIM", "name", "Claims"))));
        Answer unsaved = api.post(
                "/tools/test-connection",
                Map.of("provider_type_id", type("jira"), "credentials", credentials(target.url())));
        assertThat(unsaved.text("is_authenticated")).isEqualTo("Yes");
        assertThat(unsaved.text("message")).isEqualTo("Connected as Ann");
        assertThat(unsaved.text("additional_metadata.spaces.0.key")).isEqualTo("CLAIM");
        assertThat(unsaved.text("additional_metadata.spaces.0.name")).isEqualTo("Claims");

        String tool = jira(Map.of("space_key", "CLAIM"));
        assertThat(api.post("/tools/test-connection", Map.of("tool_id", tool)).text("is_authenticated"))
                .isEqualTo("Yes");
        Answer elsewhere = api.post(
                "/tools/test-connection", Map.of("tool_id", tool, "tool_metadata", Map.of("space_key", "NONE")));
        assertThat(elsewhere.text("is_authenticated")).isEqualTo("No");
        assertThat(elsewhere.text("message")).contains("NONE");

        target.answering(call -> Reply.text("text/plain", "who is " + TOKEN).withStatus(401));
        Answer wrong = api.post("/tools/test-connection", Map.of("tool_id", tool));
        assertThat(wrong.text("is_authenticated")).isEqualTo("No");
        assertThat(wrong.text("message")).contains("401").doesNotContain(TOKEN);
        target.close();
        assertThat(api.post("/tools/test-connection", Map.of("tool_id", tool)).status())
                .isEqualTo(502);
        assertThat(api.post("/tools/test-connection", Map.of()).badFields()).containsExactly("body.tool_id");
        assertThat(api.post("/tools/test-connection", Map.of("provider_type_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.provider_type_id");
    }

    @Test
    void theConnectionToGithubIsTried() {
        target.answering(call -> call.path().equals("/user") ? Reply.json(Map.of("login", "ann")) : Reply.status(404));
        String tool = github(Map.of());
        assertThat(api.post("/tools/test-connection", Map.of("tool_id", tool)).text("message"))
                .isEqualTo("Connected as ann");
        assertThat(target.lastCall().header("Authorization")).isEqualTo("Bearer " + TOKEN);
        Answer noRepository = api.post(
                "/tools/test-connection",
                Map.of("tool_id", tool, "tool_metadata", Map.of("repository", Map.of("owner", "a", "repo", "b"))));
        assertThat(noRepository.status()).isEqualTo(502);
        assertThat(target.lastCall().path()).isEqualTo("/repos/a/b");
    }

    @Test
    void theTextsOfARepositoryAreRead() {
        target.answering(call -> call.path().contains("/git/trees/")
                ? tree("src/deep/b.py", "README.md", "logo.png", "node_modules/x.js", "src/a b.py", "huge.txt")
                : Reply.text("text/plain", "text of " + call.path()));

        Answer all = contents("https://github.com/ann/bot");

        assertThat(all.status()).isEqualTo(200);
        assertThat(all.json().asString())
                .containsSubsequence("File: README.md", "File: src/a b.py", "File: src/deep/b.py")
                .contains("text of /repos/ann/bot/contents/README.md", "contents/src/a%20b.py")
                .doesNotContain("logo.png", "node_modules", "huge.txt");
        Call first = target.calls().getFirst();
        assertThat(first.path()).isEqualTo("/repos/ann/bot/git/trees/HEAD");
        assertThat(first.query()).isEqualTo("recursive=1");
        assertThat(first.header("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(target.lastCall().header("Accept")).isEqualTo("application/vnd.github.raw+json");

        assertThat(contents("https://github.com/ann/bot.git/tree/dev/src/deep")
                        .json()
                        .asString())
                .contains("File: src/deep/b.py")
                .doesNotContain("README");
        assertThat(target.lastCall().query()).isEqualTo("ref=dev");
    }

    @Test
    void noMoreThanFiftyFilesAreRead() {
        String[] files = IntStream.range(0, 60).mapToObj("f%d.py"::formatted).toArray(String[]::new);
        target.answering(call -> call.path().contains("/git/trees/")
                ? tree(files)
                : call.path().endsWith("/f0.py") ? Reply.text("text/plain", "\0\1") : Reply.text("text/plain", "x"));

        String text = contents("https://github.com/ann/bot").json().asString();

        assertThat(text).contains("[10 more files are left out]", "[not a text]");
        assertThat(target.calls()).hasSize(1 + GithubContents.MAX_FILES);
    }

    @Test
    void aRepositoryThatIsNotThereIsABadRequest() {
        target.answering(call -> Reply.status(404));
        Answer missing = contents("https://github.com/ann/none");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.text("detail")).contains("ann/none");
        target.answering(call -> Reply.text("application/json", "{\"message\": \"API rate limit exceeded\"}")
                .withStatus(403));
        Answer limited = contents("https://github.com/ann/bot");
        assertThat(limited.status()).isEqualTo(502);
        assertThat(limited.text("detail")).contains("API rate limit exceeded");
        int asked = target.calls().size();
        for (String address : List.of("nonsense", "https://github.com/ann", "https://github.com/a%2Fb/c")) {
            assertThat(contents(address).status()).as(address).isEqualTo(400);
        }
        assertThat(target.calls()).hasSize(asked);
        assertThat(api.get("/services/github/contents").badFields()).containsExactly("query.repo_url");
        Answer nonsense = api.get("/services/github/contents?repo_url=nonsense");
        assertThat(nonsense.status()).isEqualTo(400);
        assertThat(nonsense.text("field")).isEqualTo("repo_url");
        assertThat(api.post("/services/github/contents", Map.of()).badFields()).containsExactly("body.repo_url");
    }

    @Test
    void noServersOfOthersAreStartedAndThatIsSaid() {
        Answer answer = api.post("/services/mcp/query", Map.of("query", "List the pages", "tool_id", github(Map.of())));

        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.text("detail")).contains("no MCP servers");
        assertThat(answer.text("code")).isEqualTo("not_implemented");
        assertThat(api.post("/services/mcp/query", Map.of("query", "x", "tool_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.tool_id");
        assertThat(api.post("/services/mcp/query", Map.of()).badFields())
                .containsExactlyInAnyOrder("body.query", "body.tool_id");
    }

    @Test
    void othersUseNoToolAndMakeNoTicket() {
        String tool = jira(Map.of("space_key", "CLAIM"));
        String task = api.create("/tasks", Map.of("title", "Mend"));
        Api other = organizations.create();
        String theirTask = other.create("/tasks", Map.of("title", "Theirs"));
        assertThat(other.post(TICKETS, Map.of("task_id", theirTask, "tool_id", tool))
                        .badFields())
                .containsExactly("body.tool_id");
        assertThat(ticket(theirTask, tool).badFields()).containsExactly("body.task_id");
        assertThat(other.post("/services/mcp/query", Map.of("query", "x", "tool_id", tool))
                        .badFields())
                .containsExactly("body.tool_id");
        Map<String, ?> bot = Map.of("repo_url", "https://github.com/ann/bot", "tool_id", github(Map.of()));
        assertThat(other.post("/services/github/contents", bot).badFields()).containsExactly("body.tool_id");
        Api viewer = organizations.member(api, "viewer");
        assertThat(viewer.post("/services/github/contents", bot).status()).isEqualTo(403);
        assertThat(viewer.post(TICKETS, Map.of("task_id", task, "tool_id", tool))
                        .status())
                .isEqualTo(403);
        assertThat(target.calls()).isEmpty();
    }

    private Answer ticket(String task, String tool) {
        return api.post(TICKETS, Map.of("task_id", task, "tool_id", tool));
    }

    private Answer contents(String repository) {
        return api.post("/services/github/contents", Map.of("repo_url", repository, "tool_id", github(Map.of())));
    }

    private static Reply tree(String... files) {
        return Reply.json(Map.of(
                "tree",
                Arrays.stream(files)
                        .map(file ->
                                Map.of("path", file, "type", "blob", "size", file.startsWith("huge") ? 1_000_000 : 10))
                        .toList()));
    }

    private String jira(Map<String, ?> metadata) {
        return tool("jira", credentials(target.url() + "/jira/"), metadata);
    }

    private static Map<String, String> credentials(String address) {
        return Map.of("JIRA_URL", address, "JIRA_USERNAME", "ann@example.com", "JIRA_API_TOKEN", TOKEN);
    }

    private String github(Map<String, ?> metadata) {
        return tool("github", Map.of("GITHUB_PERSONAL_ACCESS_TOKEN", TOKEN, "GITHUB_API_URL", target.url()), metadata);
    }

    private String tool(String provider, Map<String, String> credentials, Map<String, ?> metadata) {
        return api.create(
                "/tools",
                Map.of(
                        "name",
                        provider,
                        "tool_provider_type_id",
                        type(provider),
                        "credentials",
                        credentials,
                        "tool_metadata",
                        metadata));
    }

    private String type(String provider) {
        return TypeLookups.id(api, "ToolProviderType", provider);
    }
}
