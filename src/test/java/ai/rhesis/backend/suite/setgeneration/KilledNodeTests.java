package ai.rhesis.backend.suite.setgeneration;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeWriter;
import ai.rhesis.backend.support.Generations;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.ServerProcess;
import ai.rhesis.backend.support.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Two nodes in processes of their own, of which the one that works is killed.
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
}
