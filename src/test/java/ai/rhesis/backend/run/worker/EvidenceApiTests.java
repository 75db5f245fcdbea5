package ai.rhesis.backend.run.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Evidence that tests carry in their metadata, on its way to the judges.
@IntegrationTest
class EvidenceApiTests {

    @Autowired
    Organizations organizations;

    @Test
    void judgesAreGivenTheContextOfAnImportedTest() {
        try (FakeModelServer bot = FakeModelServer.start().always(question -> ModelReply.text("The Danube"));
                FakeModelServer judge = FakeModelServer.start()
                        .always(question -> ModelReply.json(Map.of("reason", "It says so", "passed", true)))) {
            Api api = organizations.create();
            Runs runs = new Runs(api);
            String set = imported(api, "question,context,answer\nWhich river?,Vienna lies at the Danube.,The Danube\n");
            runs.judgeSet(
                    set,
                    runs.judge(
                            "Faithful",
                            Map.of("model_id", runs.model("Judge", judge.url()), "context_required", true)));
            String run = runs.start(set, runs.model("Bot", bot.url()), Map.of());
            runs.await(run);
            assertThat(judge.received()).hasSize(1);
            assertThat(judge.received().getFirst().prompt()).contains("Vienna lies at the Danube.");
        }
    }

    private static String imported(Api api, String csv) {
        Answer analysis = api.upload("/import/analyze", "file", Map.of("rag.csv", csv.getBytes(UTF_8)));
        api.post("/import/" + analysis.text("import_id") + "/parse", Map.of());
        return api.post("/import/" + analysis.text("import_id") + "/confirm", Map.of("name", "Rag"))
                .id();
    }
}
