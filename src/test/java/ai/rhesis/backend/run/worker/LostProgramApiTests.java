package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.integration.chat.CallContext;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.enclosure.Enclosures;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallException.Reason;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.run.start.RunPlan;
import ai.rhesis.backend.run.start.RunPlanQueries;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.Experiments;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.ProgramClient;
import ai.rhesis.backend.support.Runs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Asks a program that leaves in the middle of a run, four questions at a time.
@IntegrationTest
class LostProgramApiTests {

    private static final int QUESTIONS = 20;
    private static final int AT_ONCE = 4;
    private static final int ANSWERED = 6;

    @Autowired
    Organizations organizations;

    @Autowired
    TargetClient client;

    @Autowired
    Enclosures enclosures;

    Api api;
    Experiments experiments;
    Tenant tenant;
    RunPlan plan;
    ProgramClient program;

    @BeforeEach
    void aRunOfAProgram(@Autowired RunPlanQueries plans, @Autowired TransactionTemplate transaction) {
        api = organizations.create();
        experiments = Experiments.inNewProject(api);
        tenant = Organizations.tenantOf(api);
        program = connect();
        Runs runs = new Runs(api);
        String endpoint = String.valueOf(api.get("/endpoints?$filter={filter}", "connection_type eq 'SDK'")
                .text("0.id"));
        String set = runs.set("Question", 1);
        runs.judgeSet(set, runs.assertion("Greets", "contains", "Hello"));
        String run = runs.start(set, endpoint, Map.of());
        program.answer(program.nextCall(), Map.of("output", "Hello"));
        runs.await(run);
        plan = tenant.call(
                () -> transaction.execute(status -> Objects.requireNonNull(plans.plan(UUID.fromString(run)))));
    }

    @AfterEach
    void leave() {
        program.close();
    }

    @Test
    void aProgramThatComesBackWithinThePatienceAnswersEachQuestionOnce() {
        TargetCalls calls = calls(Duration.ofMinutes(1));
        List<FutureTask<String>> asked = ask(calls);
        lose();
        program = connect();
        answer(QUESTIONS - ANSWERED);
        assertThat(asked.stream().map(LostProgramApiTests::outcome))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, QUESTIONS)
                        .mapToObj(LostProgramApiTests::said)
                        .toList());
        assertThat(program.socket().untilPong()).as("questions that are left").hasSize(1);
    }

    @Test
    void aProgramThatStaysAwayFailsWhatItHasNotAnsweredOnce() {
        TargetCalls calls = calls(Duration.ofSeconds(1));
        List<FutureTask<String>> asked = ask(calls);
        long left = System.nanoTime();
        lose();
        List<String> outcomes = asked.stream().map(LostProgramApiTests::outcome).toList();
        assertThat(System.nanoTime() - left).isGreaterThan(Duration.ofSeconds(1).toNanos());
        assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("Hello")).hasSize(ANSWERED);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.startsWith("Hello"))
                .hasSize(QUESTIONS - ANSWERED)
                .containsOnly(Reason.SDK_NOT_CONNECTED.name());
        program = connect();
        FutureTask<String> again = ask(calls, 99);
        answer(1);
        assertThat(outcome(again)).isEqualTo(said(99));
    }

    @Test
    void aProgramThatNeverAnsweredIsWaitedForAsLong() {
        program.close();
        FutureTask<String> asked = ask(calls(Duration.ofMinutes(1)), 7);
        program = connect();
        answer(1);
        assertThat(outcome(asked)).isEqualTo(said(7));
    }

    private ProgramClient connect() {
        ProgramClient connected = ProgramClient.connect(organizations, api);
        connected.register(experiments.project(), "chat");
        return connected;
    }

    private TargetCalls calls(Duration patience) {
        Slots slots = new Slots();
        slots.settle(AT_ONCE);
        slots.grant(System.nanoTime() + Duration.ofDays(1).toNanos());
        return new TargetCalls(
                plan,
                client,
                enclosures,
                new TenantThreads(tenant),
                slots,
                new RateLimit(slots, pause -> {}),
                patience);
    }

    private List<FutureTask<String>> ask(TargetCalls calls) {
        return IntStream.range(0, QUESTIONS)
                .mapToObj(number -> ask(calls, number))
                .toList();
    }

    private FutureTask<String> ask(TargetCalls calls, int number) {
        return new TenantThreads(tenant).begin(() -> {
            try {
                return String.valueOf(calls.ask(Question.of("question " + number), List.of(), CallContext.UNTRACED)
                        .answer()
                        .output());
            } catch (CallException failure) {
                return failure.reason().name();
            }
        });
    }

    /// Lets the program answer some questions, and leave with as many in its hands as it gets at a time.
    private void lose() {
        answer(ANSWERED);
        for (int number = 0; number < AT_ONCE; number++) {
            program.nextCall();
        }
        assertThat(program.socket().untilPong()).as("questions beyond").hasSize(1);
        program.close();
    }

    private void answer(int count) {
        for (int number = 0; number < count; number++) {
            JsonNode call = program.nextCall();
            program.answer(
                    call,
                    Map.of(
                            "output",
                            "Hello, " + call.path("inputs").path("input").asString()));
        }
    }

    private static String said(int number) {
        return "Hello, question " + number;
    }

    private static String outcome(FutureTask<String> asked) {
        return TenantThreads.await(asked, Duration.ofSeconds(60));
    }
}
