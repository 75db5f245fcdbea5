package ai.rhesis.backend.portal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import ai.rhesis.backend.support.SecondNode;
import ai.rhesis.backend.support.SocketClient;
import ai.rhesis.backend.support.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Reads notifications as the frontend's shell does.
@IntegrationTest
class NotificationApiTests {

    @Autowired
    Organizations organizations;

    private final FakeTarget target = FakeTarget.start();

    @AfterEach
    void closeTarget() {
        target.close();
    }

    @Test
    void starterIsToldOfTheEndOfTheirRunAndNobodyElseIs() {
        Api owner = organizations.founder();
        Api colleague = organizations.joined(owner, "owner");
        try (SocketClient mine = SocketClient.open(organizations, owner);
                SocketClient theirs = SocketClient.open(organizations, colleague);
                SocketClient foreign = SocketClient.open(organizations, organizations.founder())) {
            String run = endedRun(owner);
            JsonNode told = mine.await("notification");
            JsonNode payload = told.path("payload");
            assertThat(payload.path("event_type").asString()).isEqualTo("test_run.execution_completed");
            assertThat(payload.path("section").asString()).isEqualTo("test-runs");
            assertThat(payload.path("entity_type").asString()).isEqualTo("TestRun");
            assertThat(payload.path("entity_id").asString()).isEqualTo(run);
            assertThat(payload.path("title").asString()).contains("finished");
            assertThat(payload.path("body").asString()).isEqualTo("2 passed, 0 failed");
            assertThat(payload.path("is_failure").asBoolean()).isFalse();
            assertThat(payload.path("item_count").asInt()).isEqualTo(1);
            Answer listed = owner.get("/notifications");
            assertThat(listed.json().get(0)).isEqualTo(payload);
            assertThat(theirs.untilPong()).hasSize(1);
            assertThat(foreign.untilPong()).hasSize(1);
        }
        assertThat(colleague.get("/notifications").size()).isZero();
        assertThat(colleague
                        .get("/notifications/summary")
                        .at("sections.test-runs.unread")
                        .asInt())
                .isZero();
    }

    @Test
    void runThatFailedIsAFailure() {
        Api owner = organizations.create();
        target.answering(call -> FakeTarget.Reply.status(400));
        endedRun(owner);
        Answer listed = owner.get("/notifications");
        assertThat(listed.at("0.is_failure").asBoolean()).isTrue();
        assertThat(listed.text("0.title")).contains("failed");
        assertThat(listed.text("0.body")).isEqualTo("0 passed, 0 failed, 2 errors");
    }

    @Test
    void whoSwitchedItOffIsNotTold() {
        Api owner = organizations.create();
        owner.patch("/users/settings", Map.of("notifications", Map.of("in_app", Map.of("test_run_complete", false))));
        endedRun(owner);
        assertThat(owner.get("/notifications").size()).isZero();
    }

    @Test
    void assigneeIsToldOnceAndNeverOfWhatTheyAssignThemselves() {
        Api owner = organizations.create();
        Api member = organizations.joined(owner, "member");
        String assignee = idOf(member);
        try (SocketClient client = SocketClient.open(organizations, member)) {
            String task = owner.create("/tasks", Map.of("title", "Look at it", "assignee_id", assignee));
            JsonNode told = client.await("notification").path("payload");
            assertThat(told.path("event_type").asString()).isEqualTo("task.assigned");
            assertThat(told.path("section").asString()).isEqualTo("tasks");
            assertThat(told.path("entity_id").asString()).isEqualTo(task);
            assertThat(told.path("title").asString()).isEqualTo("\"Look at it\" was assigned to you");
            assertThat(told.path("body").asString()).startsWith("Assigned by ");
            owner.put("/tasks/" + task, Map.of("title", "Look again"));
            member.put("/tasks/" + task, Map.of("assignee_id", idOf(owner)));
            member.put("/tasks/" + task, Map.of("assignee_id", assignee));
            assertThat(client.untilPong()).hasSize(1);
        }
        assertThat(owner.get("/notifications").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "section=x, section, must be test-sets; test-runs; tasks or architect",
        "limit=201, limit, must be less than or equal to 200",
        "skip=-1, skip, must be greater than or equal to 0"
    })
    void whatCanNotBeListedIsNamedWithWhatCan(String query, String field, String rule) {
        Answer refused = organizations.create().get("/notifications?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo(field);
        assertThat(refused.text("detail")).isEqualTo(field + " " + rule.replace(';', ','));
        assertThat(refused.at("allowed_values").size()).isEqualTo(field.equals("section") ? 4 : 0);
    }

    @Test
    void readingASectionEndsItsCount() {
        Api owner = organizations.create();
        Api member = organizations.joined(owner, "viewer");
        for (int number = 0; number < 3; number++) {
            owner.create("/tasks", Map.of("title", "Task " + number, "assignee_id", idOf(member)));
        }
        Answer summary = member.get("/notifications/summary");
        assertThat(summary.at("sections.tasks.unread").asInt()).isEqualTo(3);
        assertThat(summary.at("sections.tasks.entity_ids").size()).isEqualTo(3);
        assertThat(summary.at("sections").propertyNames())
                .containsExactly("test-sets", "test-runs", "tasks", "architect");
        String first = member.get("/notifications?limit=1&skip=2").text("0.id");
        assertThat(member.post("/notifications/read", Map.of("notification_ids", List.of(String.valueOf(first))))
                        .at("updated")
                        .asInt())
                .isEqualTo(1);
        assertThat(member.get("/notifications?unread_only=true").size()).isEqualTo(2);
        assertThat(member.post("/notifications/read", Map.of("section", "tasks"))
                        .at("updated")
                        .asInt())
                .isEqualTo(2);
        assertThat(member.post("/notifications/read", Map.of("section", "tasks"))
                        .at("updated")
                        .asInt())
                .isZero();
        assertThat(member.get("/notifications/summary")
                        .at("sections.tasks.unread")
                        .asInt())
                .isZero();
        assertThat(member.get("/notifications?section=tasks").text("0.read_at")).isNotBlank();
        assertThat(member.get("/notifications?section=test-runs").size()).isZero();
    }

    @Test
    void nobodyReadsForAnother() {
        Api owner = organizations.create();
        Api member = organizations.joined(owner, "member");
        owner.create("/tasks", Map.of("title", "Yours", "assignee_id", idOf(member)));
        String id = String.valueOf(member.get("/notifications").text("0.id"));
        for (Api other : List.of(owner, organizations.create())) {
            assertThat(other.post("/notifications/read", Map.of("notification_ids", List.of(id)))
                            .at("updated")
                            .asInt())
                    .isZero();
        }
        assertThat(member.get("/notifications?unread_only=true").size()).isEqualTo(1);
    }

    @Test
    void projectShowsItsOwnAndThoseOfNone() {
        Api owner = organizations.create();
        String bot = owner.create("/projects", Map.of("name", "Bot"));
        String other = owner.create("/projects", Map.of("name", "Other"));
        endedRun(owner.with("X-Project-Id", bot));
        assertThat(owner.with("X-Project-Id", bot).get("/notifications").text("0.project_id"))
                .isEqualTo(bot);
        assertThat(owner.with("X-Project-Id", other).get("/notifications").size())
                .isZero();
        assertThat(owner.get("/notifications").size()).isEqualTo(1);
    }

    @Test
    void badRequestsNameTheField() {
        Api owner = organizations.create();
        assertThat(owner.post("/notifications/read", Map.of()).status()).isEqualTo(400);
        assertThat(owner.post("/notifications/read", Map.of("section", "moon")).badFields())
                .containsExactly("body.section");
        for (String query : List.of("section=moon", "limit=0", "limit=201", "skip=-1", "unread_only=perhaps")) {
            assertThat(owner.get("/notifications?" + query).status()).as(query).isIn(400, 422);
        }
    }

    @Test
    void anyNodeTellsOfWhatHappensOnAnother() {
        Api owner = organizations.create();
        Api member = organizations.joined(owner, "member");
        try (SecondNode second = SecondNode.start();
                SocketClient there = SocketClient.open(second.server(), member);
                SocketClient here = SocketClient.open(organizations, member)) {
            String task = owner.create("/tasks", Map.of("title", "Look", "assignee_id", idOf(member)));
            for (SocketClient client : List.of(there, here)) {
                assertThat(client.await("notification")
                                .path("payload")
                                .path("entity_id")
                                .asString())
                        .isEqualTo(task);
            }
        }
    }

    @Test
    void whatHappensWhileTheDatabaseRestartsIsToldOnce() {
        Api owner = organizations.create();
        Api member = organizations.joined(owner, "member");
        String assignee = idOf(member);
        try (SocketClient client = SocketClient.open(organizations, member)) {
            String first = owner.create("/tasks", Map.of("title", "Before", "assignee_id", assignee));
            client.await("notification");
            TestDatabase.endListeners();
            String second = owner.create("/tasks", Map.of("title", "Meanwhile", "assignee_id", assignee));
            assertThat(client.await("notification")
                            .path("payload")
                            .path("entity_id")
                            .asString())
                    .isEqualTo(second)
                    .isNotEqualTo(first);
            assertThat(client.untilPong()).hasSize(1);
        }
    }

    @Test
    void whoIsDeactivatedHearsNothingMore() {
        Api owner = organizations.create();
        Api member = organizations.joined(owner, "member");
        String id = idOf(member);
        try (SocketClient client = SocketClient.open(organizations, member)) {
            owner.put("/users/" + id, Map.of("is_active", false));
            client.send("subscribe", Map.of("channel", "org:" + UUID.randomUUID()));
            assertThat(client.closeCode()).isEqualTo(1008);
        }
    }

    private String endedRun(Api starter) {
        Runs runs = new Runs(starter);
        String set = runs.set("Hello", 2);
        runs.judgeSet(set, runs.assertion("Says", "contains", "Hello"));
        String run = runs.start(set, runs.endpoint("Bot", target.url()), Map.of());
        runs.await(run);
        return run;
    }

    private static String idOf(Api member) {
        return String.valueOf(member.get(
                        "/users?$filter={f}",
                        "email eq '" + member.get("/tokens/current").text("user_email") + "'")
                .text("0.id"));
    }
}
