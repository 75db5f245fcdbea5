package ai.rhesis.backend.integration.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.rhesis.backend.platform.websocket.Arrivals;
import ai.rhesis.backend.platform.websocket.ConnectionWatch;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.ProgramClient;
import ai.rhesis.backend.support.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Opens connections as programs with the SDK do, well-behaved and others.
@IntegrationTest
class ConnectorApiTests {

    @Autowired
    Organizations organizations;

    @Autowired
    ConnectionWatch watch;

    @Autowired
    Arrivals arrivals;

    Api owner;
    String project;

    @BeforeEach
    void aProject() {
        owner = organizations.create();
        project = owner.create("/projects", Map.of("name", "Bot"));
    }

    @Test
    void handshakeWithoutALivingTokenIsRefused() {
        String revoked = ProgramClient.token(owner);
        owner.delete("/tokens/"
                + owner.get("/tokens?sort_by=created_at&sort_order=desc").text("0.id"));
        for (String refused : new String[] {"", "rh-x", "x.y.z", revoked}) {
            assertThatThrownBy(() -> ProgramClient.connect(organizations, refused))
                    .as(refused)
                    .rootCause()
                    .hasMessageContaining("401");
        }
    }

    @Test
    void programIsConnectedOnceItRegistersAndUntilItLeaves() {
        assertThat(status(owner).at("connected").asBoolean()).isFalse();
        try (ProgramClient program = ProgramClient.connect(organizations, owner)) {
            assertThat(status(owner).at("connected").asBoolean()).isFalse();
            JsonNode registered = program.register(project, "chat", "search");
            assertThat(registered.path("status").asString()).isEqualTo("success");
            assertThat(registered.path("sync_stats").path("errors").isEmpty()).isTrue();
            Answer status = status(owner);
            assertThat(status.at("connected").asBoolean()).isTrue();
            assertThat(status.text("functions.0.name")).isEqualTo("chat");
            assertThat(status.text("functions.0.return_type")).isEqualTo("str");
            assertThat(status.text("functions.1.name")).isEqualTo("search");
            program.socket().leave();
            await().untilAsserted(() ->
                    assertThat(status(owner).at("connected").asBoolean()).isFalse());
        }
    }

    @Test
    void statusIsOfOwnProjectsAndKnownEnvironments() {
        Api others = organizations.create();
        try (ProgramClient program = ProgramClient.connect(organizations, owner)) {
            program.register(project, "chat");
            assertThat(others.get("/connector/status/" + project).status()).isEqualTo(403);
            assertThat(owner.get("/connector/status/" + UUID.randomUUID()).status())
                    .isEqualTo(403);
            assertThat(owner.get("/connector/status/mine").status()).isEqualTo(400);
            assertThat(owner.get("/connector/status/" + project + "?environment=moon")
                            .status())
                    .isEqualTo(400);
            assertThat(owner.get("/connector/status/" + project + "?environment=staging")
                            .at("connected")
                            .asBoolean())
                    .isFalse();
        }
    }

    @Test
    void triggeredFunctionIsCalledWithoutTheKeysThatAreNotTheCallers() {
        Map<String, Object> trigger = Map.of(
                "project_id",
                project,
                "function_name",
                "chat",
                "inputs",
                Map.of("input", "Hello", "_rhesis_test_context", Map.of("test_run_id", "x")));
        assertThat(owner.post("/connector/trigger", trigger).status()).isEqualTo(404);
        try (ProgramClient program = ProgramClient.connect(organizations, owner)) {
            program.register(project, "chat");
            Answer triggered = owner.post("/connector/trigger", trigger);
            assertThat(triggered.status()).isEqualTo(200);
            JsonNode call = program.nextCall();
            assertThat(call.path("test_run_id").asString())
                    .isEqualTo(triggered.text("test_run_id"))
                    .matches("test_[0-9a-f]{12}");
            assertThat(call.path("function_name").asString()).isEqualTo("chat");
            assertThat(call.path("inputs").toString()).isEqualTo("{\"input\":\"Hello\"}");
            assertThat(call.path("parameters").isObject()).isTrue();
            assertThat(call.path("parameter_schema").isNull()).isTrue();
            program.answer(call, "Hi");
            assertThat(program.socket().untilPong()).hasSize(1);
        }
    }

    @Test
    void triggeredCallsThatNobodyAnswersAreBounded() {
        Map<String, Object> trigger = Map.of("project_id", project, "function_name", "chat", "inputs", Map.of());
        Api other = organizations.create();
        String theirs = other.create("/projects", Map.of("name", "Theirs"));
        try (ProgramClient program = ProgramClient.connect(organizations, owner);
                ProgramClient foreign = ProgramClient.connect(organizations, other)) {
            program.register(project, "chat");
            foreign.register(theirs, "chat");
            for (int call = 0; call < CallDispatch.MAX_TRIGGERED; call++) {
                assertThat(owner.post("/connector/trigger", trigger).status()).isEqualTo(200);
            }
            Answer refused = owner.post("/connector/trigger", trigger);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo("10");
            assertThat(other.post(
                                    "/connector/trigger",
                                    Map.of("project_id", theirs, "function_name", "chat", "inputs", Map.of()))
                            .status())
                    .as("of another organization")
                    .isEqualTo(200);
            program.answer(program.nextCall(), "Hi");
            await().until(() -> owner.post("/connector/trigger", trigger).status() == 200);
        }
    }

    @Test
    void otherOrganizationAndViewersTriggerNothing() {
        Map<String, Object> trigger = Map.of("project_id", project, "function_name", "chat", "inputs", Map.of());
        assertThat(organizations.create().post("/connector/trigger", trigger).status())
                .isEqualTo(403);
        assertThat(organizations
                        .joined(owner, "viewer")
                        .post("/connector/trigger", trigger)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void registrationOfAProjectThatIsNotTheTokensIsRefused() {
        Api others = organizations.create();
        String bound = String.valueOf(owner.with("X-Project-Id", owner.create("/projects", Map.of("name", "Other")))
                .post("/tokens", Map.of("name", "Bound"))
                .text("access_token"));
        try (ProgramClient foreign = ProgramClient.connect(organizations, others);
                ProgramClient ofAnother = ProgramClient.connect(organizations, bound)) {
            assertThat(foreign.register(project, "chat").path("error").asString())
                    .contains("no project");
            assertThat(ofAnother.register(project, "chat").path("error").asString())
                    .contains("another project");
            assertThat(foreign.socket().untilPong()).hasSize(1);
            assertThat(status(owner).at("connected").asBoolean()).isFalse();
        }
    }

    @Test
    void whoMayOnlyReadRegistersNothing() {
        try (ProgramClient program = ProgramClient.connect(organizations, accessTokenOfAViewer())) {
            JsonNode registered = program.register(project, "chat");
            assertThat(registered.path("status").asString()).isEqualTo("error");
            assertThat(registered.path("error").asString()).contains("only read");
        }
    }

    private String accessTokenOfAViewer() {
        String address = Organizations.newAddress();
        Answer invited = owner.post("/users", Map.of("email", address, "role", "viewer"));
        Answer login = organizations
                .anonymous()
                .post(
                        "/auth/register",
                        Map.of(
                                "email",
                                address,
                                "password",
                                Organizations.PASSWORD,
                                "invitation_code",
                                String.valueOf(invited.text("invitation_code"))));
        return String.valueOf(organizations.exchange(login).text("access_token"));
    }

    @Test
    void mistakesInARegistrationAreNamed() {
        try (ProgramClient program = ProgramClient.connect(organizations, owner)) {
            assertThat(refusal(program, Map.of("project_id", "unknown"))).contains("project_id");
            assertThat(refusal(program, Map.of("project_id", project, "environment", "moon")))
                    .contains("production, staging, development, local");
            assertThat(refusal(program, Map.of("functions", "chat"))).contains("functions");
            assertThat(refusal(program, Map.of("functions", new Object[] {Map.of("name", "a"), Map.of("name", "")})))
                    .contains("functions[1].name");
            assertThat(refusal(program, Map.of("metrics", new Object[] {Map.of("name", "m", "metadata", 1)})))
                    .contains("metrics[0].metadata");
            assertThat(refusal(
                            program,
                            Map.of("metrics", List.of(Map.of("name", "m", "parameters", List.of(Map.of("a", 1)))))))
                    .contains("metrics[0].parameters");
            assertThat(program.register(project, "chat").path("status").asString())
                    .isEqualTo("success");
        }
    }

    private static String refusal(ProgramClient program, Map<String, ?> more) {
        Map<String, Object> frame = new HashMap<>(more);
        frame.put("type", "register");
        program.socket().send(frame);
        JsonNode registered = program.socket().await("registered");
        assertThat(registered.path("status").asString()).isEqualTo("error");
        return registered.path("error").asString();
    }

    @Test
    void functionsWithoutAProjectAreToldToBeLeftOut() {
        try (ProgramClient program = ProgramClient.connect(organizations, owner)) {
            program.socket().send(ProgramClient.registration(null, "chat"));
            JsonNode registered = program.socket().await("registered");
            assertThat(registered.path("status").asString()).isEqualTo("error");
            assertThat(registered.path("errors").path(0).asString()).contains("project_id");
        }
    }

    @Test
    void framesThatCanNotBeReadAreErrorsAndTheConnectionStays() {
        try (ProgramClient program = ProgramClient.connect(organizations, owner)) {
            for (String hostile : new String[] {
                "",
                "{",
                "[]",
                "null",
                "{\"type\":1}",
                "{\"type\":\"no\"}",
                "[".repeat(10_000),
                "{\"type\":\"ping\"",
                "\u0000"
            }) {
                program.socket().send(hostile);
                assertThat(program.socket().await("error").path("detail").asString())
                        .as(hostile)
                        .isNotBlank();
            }
            program.socket().sendBinary(new byte[] {1, 2, 3});
            program.socket().await("error");
            assertThat(program.socket().untilPong()).hasSize(1);
        }
        await().untilAsserted(() -> assertThat(arrivals.taken()).isZero());
    }

    @Test
    void framesOfEveryTypeWithWhatCanNotBeStoredAreErrorsAndTheConnectionStays() {
        String deep = "[".repeat(220) + "]".repeat(220);
        try (ProgramClient program = ProgramClient.connect(organizations, owner)) {
            for (String type : List.of("ping", "pong", "register", "test_result", "metric_result")) {
                for (String hostile : List.of(deep, "[" + "0,".repeat(200_000) + "0]")) {
                    program.socket().send("{\"type\":\"" + type + "\",\"output\":" + hostile + "}");
                    assertThat(program.socket().await("error").path("detail").asString())
                            .as(type + " " + hostile.substring(0, 9))
                            .startsWith("The message can't be taken: ");
                }
            }
            for (String type : List.of("ping", "pong", "register")) {
                for (String hostile : List.of("a\\u0000b", "a\\ud800b")) {
                    program.socket().send("{\"type\":\"" + type + "\",\"functions\":[{\"name\":\"" + hostile + "\"}]}");
                    assertThat(program.socket().await("error").path("detail").asString())
                            .isEqualTo("The message can't be taken: functions.0.name holds a character that can't be "
                                    + "stored, such as NUL.");
                }
            }
            assertThat(program.socket().untilPong()).hasSize(1);
        }
        await().untilAsserted(() -> assertThat(arrivals.taken()).isZero());
    }

    @Test
    void aRegistrationThatIsWrittenLateReplacesNoneThatIsNewer(
            @Autowired ConnectorRoutes routes, @Autowired Programs programs) {
        try (ProgramClient program = ProgramClient.connect(organizations, owner)) {
            program.register(project, "chat");
            ProgramConnection connection = programs.all().stream()
                    .filter(any -> any.tenant().organizationId().equals(organizationOf(owner)))
                    .findFirst()
                    .orElseThrow();
            ProgramConnection.Registered older = Objects.requireNonNull(connection.registered());
            program.register(project, "chat", "search");
            connection.tenant().call(() -> {
                routes.restore(connection, older);
                return older;
            });
            assertThat(status(owner).at("functions").size()).isEqualTo(2);
            connection.registered(older);
            TestDatabase.update("delete from app.connector_route where id = '" + connection.id() + "'");
            assertThat(status(owner).at("connected").asBoolean()).isFalse();
            routes.forgotten();
            await().untilAsserted(() ->
                    assertThat(status(owner).at("functions").size()).isEqualTo(2));
        }
    }

    private static UUID organizationOf(Api api) {
        return Organizations.tenantOf(api).organizationId();
    }

    @Test
    void resultsThatNobodyAskedForAreIgnored() {
        try (ProgramClient program = ProgramClient.connect(organizations, owner)) {
            program.answer("test_0123456789ab", "x");
            program.socket().send(Map.of("type", "metric_result", "metric_run_id", 7));
            program.socket().send(Map.of("type", "pong"));
            assertThat(program.socket().untilPong()).hasSize(1);
        }
    }

    @Test
    void frameOfMoreThanAMegabyteIsAnErrorAndTheConnectionStays() {
        try (ProgramClient program = ProgramClient.connect(organizations, owner)) {
            program.socket().send("x".repeat(3 * 1024 * 1024));
            assertThat(program.socket().await("error").path("detail").asString())
                    .contains("larger than 1048576");
            assertThat(program.socket().untilPong()).hasSize(1);
        }
    }

    @Test
    void moreThanFiftyFramesASecondAreErrorsAndTheConnectionStays() {
        try (ProgramClient program = ProgramClient.connect(organizations, owner)) {
            IntStream.range(0, 400).forEach(number -> program.socket().send("{\"type\":\"ping\"}"));
            List<String> answers = IntStream.range(0, 400)
                    .mapToObj(number -> program.socket().await(frame -> true))
                    .map(frame ->
                            frame.path("type").asString() + frame.path("detail").asString(""))
                    .toList();
            assertThat(answers.subList(0, 50)).containsOnly("pong");
            assertThat(answers).contains("errorAt most 50 messages are taken in a second.");
            await().pollDelay(Duration.ofMillis(1100))
                    .untilAsserted(
                            () -> assertThat(program.socket().untilPong()).hasSize(1));
        }
    }

    @Test
    void programThatReadsNothingIsSentAwayAndHoldsUpNobody() {
        try (ProgramClient deaf = ProgramClient.deaf(organizations, owner)) {
            deaf.registering(project, "chat");
            await().until(() -> status(owner).at("connected").asBoolean());
            Map<String, Object> large = Map.of(
                    "project_id", project, "function_name", "chat", "inputs", Map.of("input", "x".repeat(900_000)));
            await().until(() -> owner.post("/connector/trigger", large).status() == 404);
            try (ProgramClient next = ProgramClient.connect(organizations, owner)) {
                next.register(project, "chat");
                assertThat(owner.post("/connector/trigger", large).status()).isEqualTo(200);
                assertThat(next.nextCall().path("function_name").asString()).isEqualTo("chat");
            }
        }
    }

    @Test
    void programLosesItsConnectionWithItsToken() {
        String token = ProgramClient.token(owner);
        String id = String.valueOf(
                owner.get("/tokens?sort_by=created_at&sort_order=desc").text("0.id"));
        try (ProgramClient program = ProgramClient.connect(organizations, token);
                ProgramClient other = ProgramClient.connect(organizations, owner)) {
            owner.delete("/tokens/" + id);
            watch.look();
            assertThat(program.socket().closeCode()).isEqualTo(1008);
            assertThat(other.socket().untilPong()).hasSize(1);
        }
    }

    @Test
    void programOfARemovedMemberLosesItsConnectionAndTheNextOneIsCalled() {
        Api member = organizations.member(owner, "member");
        String user = Organizations.tenantOf(member).userId().toString();
        try (ProgramClient older = ProgramClient.connect(organizations, owner);
                ProgramClient newest = ProgramClient.connect(organizations, member)) {
            older.register(project, "chat");
            newest.register(project, "chat");
            assertThat(owner.delete("/users/" + user).status()).isEqualTo(200);
            watch.look();
            assertThat(newest.socket().closeCode()).isEqualTo(1008);
            Map<String, Object> trigger = Map.of("project_id", project, "function_name", "chat", "inputs", Map.of());
            assertThat(owner.post("/connector/trigger", trigger).status()).isEqualTo(200);
            assertThat(older.nextCall().path("function_name").asString()).isEqualTo("chat");
        }
    }

    private Answer status(Api caller) {
        return caller.get("/connector/status/" + project);
    }
}
