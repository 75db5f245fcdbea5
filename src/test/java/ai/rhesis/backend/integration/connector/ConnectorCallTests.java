package ai.rhesis.backend.integration.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallException.Reason;
import ai.rhesis.backend.platform.node.Node;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.ProgramClient;
import ai.rhesis.backend.support.SecondNode;
import ai.rhesis.backend.support.TestDatabase;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls programs on this node and, through the database, on another one.
@IntegrationTest
class ConnectorCallTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    static SecondNode second;

    @Autowired
    Organizations organizations;

    @Autowired
    ConnectorCalls calls;

    @Autowired
    Programs programs;

    Api owner;
    String project;
    Tenant tenant;

    @BeforeAll
    static void startSecondNode() {
        second = SecondNode.start();
    }

    @AfterAll
    static void stopSecondNode() {
        second.close();
    }

    @BeforeEach
    void aProject() {
        owner = organizations.create();
        project = owner.create("/projects", Map.of("name", "Bot"));
        tenant = Organizations.tenantOf(owner);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void functionIsCalledWhereverItsProgramIs(boolean isHere) {
        try (ProgramClient program = connect(isHere)) {
            CompletableFuture<FunctionReply> reply = call("Hello", PATIENCE);
            JsonNode call = program.nextCall();
            assertThat(call.path("function_name").asString()).isEqualTo("chat");
            assertThat(call.path("inputs").path("input").asString()).isEqualTo("Hello");
            program.answer(call, Map.of("answer", "Grüße\u0000", "numbers", List.of(1, 2.5)));
            assertThat(reply.join().output().toString()).contains("Grüße").contains("[1,2.5]");
            assertThat(reply.join().durationMillis()).isEqualTo(1.5);
        }
        assertThat(callsLeft()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void inputsAndResultsMayBeAsLargeAsTheSdkTakes(boolean isHere) {
        String text = "x".repeat(1_000_000);
        try (ProgramClient program = connect(isHere)) {
            CompletableFuture<FunctionReply> reply = call(text, PATIENCE);
            JsonNode call = program.nextCall();
            assertThat(call.path("inputs").path("input").asString()).isEqualTo(text);
            program.answer(call, text);
            assertThat(reply.join().output().asString()).isEqualTo(text);
            assertThatThrownBy(() -> call("ü".repeat(600_000), PATIENCE).join())
                    .cause()
                    .hasMessageContaining("1 MiB");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void resultThatCanNotBeTakenEndsItsCallAtOnce(boolean isHere) {
        try (ProgramClient program = connect(isHere)) {
            CompletableFuture<FunctionReply> tooLarge = call("Hello", PATIENCE);
            program.answer(program.nextCall(), "x".repeat(1024 * 1024));
            assertFails(tooLarge, Reason.SDK_FUNCTION_ERROR, "1 MiB");
            CompletableFuture<FunctionReply> noJson = call("Hello", PATIENCE);
            String id = program.nextCall().path("test_run_id").asString();
            program.socket().send("{\"type\":\"test_result\",\"test_run_id\":\"" + id + "\",\"output\":<object>}");
            assertFails(noJson, Reason.SDK_FUNCTION_ERROR, "JSON");
            CompletableFuture<FunctionReply> notANumber = call("Hello", PATIENCE);
            id = program.nextCall().path("test_run_id").asString();
            program.socket()
                    .send("{\"type\":\"test_result\",\"test_run_id\":\"" + id
                            + "\",\"status\":\"success\",\"output\":[NaN,-Infinity]}");
            assertThat(notANumber.join().output().size()).isEqualTo(2);
            CompletableFuture<FunctionReply> nul = call("Hello", PATIENCE);
            program.answer(program.nextCall(), "a\u0000b");
            assertThat(nul.join().output().asString()).isEqualTo("a\ufffdb");
            CompletableFuture<FunctionReply> tooMany = call("Hello", PATIENCE);
            program.answer(program.nextCall(), Collections.nCopies(200_000, 0));
            assertFails(tooMany, Reason.SDK_FUNCTION_ERROR, "1 MiB");
        }
    }

    @Test
    void anAnswerThatGrowsTooLongOnItsWayEndsItsCallAtOnce() {
        try (ProgramClient program = connect(false)) {
            CompletableFuture<FunctionReply> reply = call("Hello", PATIENCE);
            String id = program.nextCall().path("test_run_id").asString();
            program.socket()
                    .send("{\"type\":\"test_result\",\"test_run_id\":\"" + id
                            + "\",\"status\":\"success\",\"output\":[\"" + "x".repeat(200_000) + "\""
                            + ",1e6".repeat(199_000) + "]}");
            assertFails(reply, Reason.SDK_FUNCTION_ERROR, "1 MiB");
        }
        await().untilAsserted(() -> assertThat(callsLeft()).isZero());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void failureOfTheFunctionIsTold(boolean isHere) {
        try (ProgramClient program = connect(isHere)) {
            CompletableFuture<FunctionReply> reply = call("Hello", PATIENCE);
            program.fail(program.nextCall(), "division by zero");
            assertFails(reply, Reason.SDK_FUNCTION_ERROR, "division by zero");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void callEndsWhenItsProgramLeaves(boolean isHere) {
        try (ProgramClient program = connect(isHere)) {
            CompletableFuture<FunctionReply> reply = call("Hello", PATIENCE);
            program.nextCall();
            program.close();
            assertFails(reply, Reason.SDK_DISCONNECTED, "left");
        }
        await().untilAsserted(() ->
                assertFails(call("Hello", PATIENCE), Reason.SDK_NOT_CONNECTED, "no program is connected"));
        await().untilAsserted(() -> assertThat(callsLeft()).isZero());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lateAndDoubleAnswersChangeNothing(boolean isHere) {
        try (ProgramClient program = connect(isHere)) {
            CompletableFuture<FunctionReply> late = call("Hello", SHORT);
            JsonNode first = program.nextCall();
            assertFails(late, Reason.SDK_TIMEOUT, "did not answer");
            program.answer(first, "late");
            CompletableFuture<FunctionReply> reply = call("Hello again", PATIENCE);
            JsonNode next = program.nextCall();
            program.answer(first, "later").answer(next, "right").answer(next, "twice");
            assertThat(reply.join().output().asString()).isEqualTo("right");
            assertThat(program.socket().untilPong()).hasSize(1);
        }
        await().untilAsserted(() -> assertThat(callsLeft()).isZero());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlyTheConnectionThatGotACallAnswersIt(boolean isHere) {
        Api others = organizations.create();
        try (ProgramClient older = connect(isHere);
                ProgramClient newest = connect(isHere);
                ProgramClient foreign = ProgramClient.connect(organizations, others)) {
            foreign.register(others.create("/projects", Map.of("name", "Theirs")), "chat");
            CompletableFuture<FunctionReply> reply = call("Hello", PATIENCE);
            JsonNode call = newest.nextCall();
            foreign.answer(call, "foreign");
            older.answer(call, "older");
            assertThat(foreign.socket().untilPong()).hasSize(1);
            assertThat(older.socket().untilPong()).hasSize(1);
            newest.answer(call, "right");
            assertThat(reply.join().output().asString()).isEqualTo("right");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void callsThatAreNeverAnsweredDoNotKeepOthersFromTheProgram(boolean isHere) {
        try (ProgramClient program = connect(isHere)) {
            for (int number = 0; number < ProgramConnection.MAX_CALLS; number++) {
                call("Hello", Duration.ofSeconds(2));
            }
            for (int number = 0; number < ProgramConnection.MAX_CALLS; number++) {
                program.nextCall();
            }
            answered("Hi", program);
        }
    }

    @Test
    void newestConnectionIsCalledAndAnOlderOneTakesOverWhenItLeaves() {
        try (ProgramClient there = connect(false);
                ProgramClient here = connect(true);
                ProgramClient newest = connect(false)) {
            there.register(project, "chat", "more");
            answered("newest", newest);
            newest.close();
            await().until(() ->
                    programs(second).all().stream().filter(this::isMine).count() == 1);
            answered("here", here);
            here.close();
            await().until(() -> programs.all().stream().noneMatch(this::isMine));
            answered("there", there);
        }
    }

    @Test
    void routesOfDeadNodesAndOfConnectionsThatAreGoneDoNotCount() {
        try (ProgramClient program = connect(true)) {
            for (UUID node : List.of(
                    UUID.randomUUID(), second.context().getBean(Node.class).id())) {
                String id = UUID.randomUUID().toString();
                assertThat(TestDatabase.update("""
                                insert into app.connector_route
                                    (organization_id, id, node_id, project_id, environment, functions)
                                values ('%s', '%s', '%s', '%s', 'development', '[]')
                                """.formatted(tenant.organizationId(), id, node, project)))
                        .isEqualTo(1);
                answered("Hi", program);
            }
        }
    }

    @Test
    void callsOfOtherOrganizationsAndProjectsFindNoProgram() {
        Tenant others = Organizations.tenantOf(organizations.create());
        try (ProgramClient program = connect(true)) {
            assertFails(call(others, "Hello", PATIENCE), Reason.SDK_NOT_CONNECTED, "no program");
            Tenant ofAnotherProject = new Tenant(
                    tenant.organizationId(),
                    tenant.userId(),
                    UUID.fromString(owner.create("/projects", Map.of("name", "Other"))));
            assertFails(call(ofAnotherProject, "Hello", PATIENCE), Reason.SDK_NOT_CONNECTED, "no program");
            assertThat(program.socket().untilPong()).hasSize(1);
        }
    }

    @Test
    void callsSurviveSignalsThatAreLost() {
        try (ProgramClient program = connect(false)) {
            answered("before", program);
            TestDatabase.endListeners();
            CompletableFuture<FunctionReply> reply = call("Hello", PATIENCE);
            program.answer(program.nextCall(), "after");
            assertThat(reply.join().output().asString()).isEqualTo("after");
        }
    }

    @Test
    void programsOfAStoppingNodeGoToAnotherOne() {
        SecondNode stopping = SecondNode.start();
        try (ProgramClient program = ProgramClient.connect(stopping.server(), owner)) {
            program.register(project, "chat");
            CompletableFuture<FunctionReply> reply = call("Hello", PATIENCE);
            program.nextCall();
            stopping.close();
            assertThat(program.socket().closeCode()).isEqualTo(1012);
            assertFails(reply, Reason.SDK_DISCONNECTED, "left");
        }
        try (ProgramClient again = connect(true)) {
            answered("again", again);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void manyCallsAtOnceAreEachAnsweredOnce(boolean isHere) throws Exception {
        int count = 600;
        try (ProgramClient program = connect(isHere);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = IntStream.range(0, count)
                    .mapToObj(number -> callers.submit(() -> tenant.<FunctionReply, RuntimeException>call(
                            () -> calls.callFunction(callOf("question " + number), PATIENCE))))
                    .toList();
            program.answering(
                    count, inputs -> "answer to " + inputs.path("input").asString());
            for (int number = 0; number < count; number++) {
                assertThat(replies.get(number).get().output().asString()).isEqualTo("answer to question " + number);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void metricIsCalledInAnyProgramOfTheOrganization(boolean isHere) {
        try (ProgramClient program = ProgramClient.connect(isHere ? organizations : second.server(), owner)) {
            program.socket()
                    .send(Map.of(
                            "type",
                            "register",
                            "sdk_version",
                            "0.13.0",
                            "functions",
                            List.of(),
                            "metrics",
                            List.of(Map.of("name", "polite", "parameters", List.of("input", "output")))));
            program.socket().await("registered");
            CompletableFuture<MetricReply> reply = async(
                    tenant,
                    () -> calls.callMetric(
                            new MetricCall(
                                    UUID.fromString(project),
                                    "polite",
                                    new MetricCall.Inputs("Hello", "Hi", null, List.of("a"))),
                            PATIENCE));
            JsonNode call = program.nextCall();
            assertThat(call.path("type").asString()).isEqualTo("execute_metric");
            assertThat(call.path("metric_name").asString()).isEqualTo("polite");
            assertThat(call.path("inputs").toString())
                    .isEqualTo("{\"input\":\"Hello\",\"output\":\"Hi\",\"expected_output\":null,\"context\":[\"a\"]}");
            program.socket()
                    .send(Map.of(
                            "type",
                            "metric_result",
                            "metric_run_id",
                            call.path("metric_run_id").asString(),
                            "status",
                            "success",
                            "score",
                            0.75,
                            "details",
                            Map.of("reason", "friendly"),
                            "duration_ms",
                            2));
            assertThat(reply.join().score().asDouble()).isEqualTo(0.75);
            assertThat(reply.join().reason()).isEqualTo("friendly");
            assertFails(
                    async(
                            tenant,
                            () -> calls.callMetric(
                                    new MetricCall(null, "rude", new MetricCall.Inputs(null, null, null, List.of())),
                                    PATIENCE)),
                    Reason.SDK_NOT_CONNECTED,
                    "rude");
        }
    }

    @Test
    void metricOfATokenOfOneProjectIsAskedInThatProjectAlone() {
        String own = owner.create("/projects", Map.of("name", "Other bot"));
        String token = String.valueOf(owner.with("X-Project-Id", own)
                .post("/tokens", Map.of("name", "Bound"))
                .text("access_token"));
        Map<String, Object> frame = new HashMap<>(ProgramClient.registration(null));
        frame.put("metrics", List.of(Map.of("name", "kind", "parameters", List.of("output"))));
        try (ProgramClient program = ProgramClient.connect(organizations, token)) {
            program.socket().send(frame);
            assertThat(program.socket().await("registered").path("status").asString())
                    .isEqualTo("success");
            assertFails(judge(project), Reason.SDK_NOT_CONNECTED, "kind");
            assertFails(judge(null), Reason.SDK_NOT_CONNECTED, "kind");
            CompletableFuture<MetricReply> asked = judge(own);
            assertThat(program.nextCall().path("metric_name").asString()).isEqualTo("kind");
            program.close();
            assertFails(asked, Reason.SDK_DISCONNECTED, "left");
        }
    }

    private CompletableFuture<MetricReply> judge(@Nullable String projectId) {
        return async(
                tenant,
                () -> calls.callMetric(
                        new MetricCall(
                                projectId == null ? null : UUID.fromString(projectId),
                                "kind",
                                new MetricCall.Inputs(null, "Hi", null, List.of())),
                        PATIENCE));
    }

    private ProgramClient connect(boolean isHere) {
        ProgramClient program = ProgramClient.connect(isHere ? organizations : second.server(), owner);
        assertThat(program.register(project, "chat").path("status").asString()).isEqualTo("success");
        return program;
    }

    private void answered(String output, ProgramClient by) {
        CompletableFuture<FunctionReply> reply = call("Hello", PATIENCE);
        by.answer(by.nextCall(), output);
        assertThat(reply.join().output().asString()).isEqualTo(output);
    }

    private CompletableFuture<FunctionReply> call(String input, Duration timeout) {
        return call(tenant, input, timeout);
    }

    private CompletableFuture<FunctionReply> call(Tenant caller, String input, Duration timeout) {
        return async(caller, () -> calls.callFunction(callOf(input), timeout));
    }

    private FunctionCall callOf(String input) {
        return new FunctionCall(
                new SdkService(UUID.fromString(project), "development"),
                "chat",
                JsonMapper.shared().createObjectNode().put("input", input),
                Map.of());
    }

    private static <T> CompletableFuture<T> async(Tenant caller, ScopedValue.CallableOp<T, RuntimeException> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                result.complete(caller.<T, RuntimeException>call(work));
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        return result;
    }

    private static void assertFails(CompletableFuture<?> reply, Reason reason, String words) {
        assertThatThrownBy(reply::join)
                .cause()
                .isInstanceOfSatisfying(
                        CallException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason))
                .hasMessageContaining(words);
    }

    private boolean isMine(ProgramConnection connection) {
        return connection.tenant().organizationId().equals(tenant.organizationId());
    }

    private static Programs programs(SecondNode node) {
        return node.context().getBean(Programs.class);
    }

    private long callsLeft() {
        return Long.parseLong(TestDatabase.column("select count(*) from app.connector_call where organization_id = '"
                        + tenant.organizationId() + "'")
                .getFirst());
    }
}
