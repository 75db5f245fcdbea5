package ai.rhesis.backend.suite.setgeneration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeModelServer.Received;
import ai.rhesis.backend.support.FakeWriter;
import ai.rhesis.backend.support.Generations;
import ai.rhesis.backend.support.HeldAnswers;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.ServerProcess;
import ai.rhesis.backend.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Two nodes in processes of their own, of which the one that works is killed or stands still.
class KilledNodeTests {

    @Test
    void aGenerationOutlivesItsNode() throws Exception {
        FakeWriter writer = FakeWriter.faithful();
        Map<String, Object> database = Map.copyOf(TestDatabase.fresh().properties());
        try (FakeModelServer model = FakeModelServer.start()
                        .always(question -> writer.apply(question).after(Duration.ofMillis(1_500)));
                ServerProcess first = ServerProcess.start(database)) {
            Generations ofFirst =
                    Generations.of(Organizations.ofServer(first.port()).founder(), model.url());
            Answer started = ofFirst.start(200, Map.of("batch_size", 5));
            Answer halfway =
                    ofFirst.await(started, job -> job.at("progress.completed").asInt() >= 60);
            assertThat(halfway.at("progress.completed").asInt()).isLessThan(200);

            first.process().destroyForcibly().waitFor();

            try (ServerProcess second = ServerProcess.start(database)) {
                Generations ofSecond = new Generations(ofFirst.api().at(second.port()), ofFirst.project());
                Answer done = ofSecond.await(started);
                assertThat(done.text("status")).isEqualTo("SUCCESS");
                assertThat(done.at("progress.completed").asInt()).isEqualTo(200);
                assertThat(ofSecond.prompts(started)).hasSize(200).doesNotHaveDuplicates();
                assertThat(ofSecond.set(started)
                                .at("attributes.metadata.total_tests")
                                .asInt())
                        .isEqualTo(200);
            }
        }
    }

    /// The first node is taken for dead while its calls hang, and wakes while the second one is at work.
    @Test
    void aGenerationGoesOnElsewhereWhileItsNodeStandsStill() throws Exception {
        HoldingModel calls = new HoldingModel(12);
        Map<String, Object> database = Map.copyOf(TestDatabase.fresh().properties());
        try (FakeModelServer model = FakeModelServer.start().always(calls);
                ServerProcess first = ServerProcess.start(database)) {
            Generations ofFirst =
                    Generations.of(Organizations.ofServer(first.port()).founder(), model.url());
            Answer started = ofFirst.start(200, Map.of("batch_size", 5));
            await().atMost(Duration.ofMinutes(2)).until(calls::areHeld);
            assertThat(ofFirst.job(started).at("progress.completed").asInt()).isEqualTo(60);
            signal(first, "STOP");

            try (ServerProcess second = ServerProcess.start(database)) {
                Generations ofSecond = new Generations(ofFirst.api().at(second.port()), ofFirst.project());
                ofSecond.await(started, job -> job.at("progress.completed").asInt() >= 100);
                calls.release();
                signal(first, "CONT");

                Answer done = ofSecond.await(started);
                assertThat(done.text("status")).isEqualTo("SUCCESS");
                await().until(() -> ofFirst.job(started).text("status"), "SUCCESS"::equals);
                assertThat(done.at("progress.completed").asInt()).isEqualTo(200);
                assertThat(ofSecond.prompts(started))
                        .hasSize(200)
                        .doesNotHaveDuplicates()
                        .doesNotContainAnyElementsOf(calls.heldPrompts());
                assertThat(ofSecond.set(started)
                                .at("attributes.metadata.total_tests")
                                .asInt())
                        .isEqualTo(200);
            }
        }
    }

    private static void signal(ServerProcess server, String signal) throws Exception {
        int end = new ProcessBuilder(
                        "kill", "-" + signal, String.valueOf(server.process().pid()))
                .start()
                .waitFor();
        assertThat(end).isZero();
    }

    /// A model that answers some calls, holds the next four back, and goes on with those behind them.
    private static final class HoldingModel implements Function<Received, ModelReply> {

        private static final int HELD = 4;

        private final FakeWriter writer = FakeWriter.faithful();
        private final HeldAnswers answers = new HeldAnswers();
        private final CountDownLatch held = new CountDownLatch(HELD);
        private final List<String> heldPrompts = new CopyOnWriteArrayList<>();
        private final AtomicInteger calls = new AtomicInteger();
        private final int answered;

        HoldingModel(int answered) {
            this.answered = answered;
        }

        @Override
        public ModelReply apply(Received question) {
            int call = calls.getAndIncrement();
            ModelReply reply = writer.apply(question);
            if (call < answered) {
                return reply;
            }
            if (call < answered + HELD) {
                JsonMapper.shared()
                        .readTree(reply.text())
                        .findValuesAsString("prompt")
                        .forEach(heldPrompts::add);
                held.countDown();
                answers.await();
                return reply;
            }
            return reply.after(Duration.ofMillis(1_500));
        }

        boolean areHeld() {
            return held.getCount() == 0;
        }

        void release() {
            answers.release();
        }

        List<String> heldPrompts() {
            assertThat(heldPrompts).isNotEmpty();
            return heldPrompts;
        }
    }
}
