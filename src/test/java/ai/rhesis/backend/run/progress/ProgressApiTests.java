package ai.rhesis.backend.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.EventStream;
import ai.rhesis.backend.support.EventStream.Event;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@IntegrationTest
class ProgressApiTests {

    @Autowired
    Organizations organizations;

    @Autowired
    Environment environment;

    FakeModelServer server;
    Api api;
    String token;
    Runs runs;
    String set;
    String target;

    @BeforeEach
    void aSlowTarget() {
        server = FakeModelServer.start()
                .always(question -> ModelReply.text("Hello").after(Duration.ofMillis(300)));
        Api owner = organizations.create();
        token = String.valueOf(owner.post("/tokens", Map.of("name", "events")).text("access_token"));
        api = owner.as(token);
        runs = new Runs(api);
        target = runs.model("Bot", server.url());
        set = runs.set("Hello", 20);
        runs.judgeSet(set, runs.assertion("Any", "contains", "Hello"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyResultIsToldOnceAndInOrderAcrossConnections() {
        String run = runs.start(set, target, Map.of("execution_options", Map.of("max_concurrency", 4)));

        List<Event> first = follow(run, null, event -> event.name().equals("result") && "6".equals(event.id()));
        List<Event> rest = follow(run, "6", event -> event.name().equals("done"));

        List<String> ids = new ArrayList<>();
        for (List<Event> part : List.of(first, rest)) {
            part.stream()
                    .filter(event -> event.name().equals("result"))
                    .map(Event::id)
                    .forEach(ids::add);
        }
        assertThat(ids).hasSize(20).doesNotHaveDuplicates();
        assertThat(ids).extracting(Integer::valueOf).isSorted();
        Event done = rest.getLast();
        assertThat(done.name()).isEqualTo("done");
        assertThat(done.data().path("state").asString()).isEqualTo("Completed");
        assertThat(done.data().path("passed").asInt()).isEqualTo(20);
        assertThat(rest).extracting(Event::name).contains("progress");
        assertThat(first.getLast().data().path("verdict").asString()).isEqualTo("Pass");
    }

    @Test
    void aFinishedRunIsToldAtOnce() {
        String run = runs.start(set, target, Map.of("execution_options", Map.of("max_concurrency", 20)));
        runs.await(run);

        List<Event> all = follow(run, null, event -> false);

        assertThat(all).hasSize(21);
        assertThat(all.getLast().name()).isEqualTo("done");
        assertThat(follow(run, "20", event -> false)).hasSize(1);
    }

    @Test
    void aSilentRunIsKeptAliveByHeartbeats() {
        server.always(question -> ModelReply.text("Hello").after(Duration.ofSeconds(20)));
        String run = runs.start(set, target, Map.of());

        List<Event> events = follow(run, null, event -> event.name().equals("heartbeat"));

        assertThat(events.getLast().name()).isEqualTo("heartbeat");
        api.post("/test_runs/" + run + "/cancel", null);
    }

    @Test
    void whatIsNoEventIsNamed() {
        String run = runs.start(set, target, Map.of());

        assertThat(api.with("Last-Event-ID", "x")
                        .get("/test_runs/" + run + "/events")
                        .text("field"))
                .isEqualTo("Last-Event-ID");
        assertThat(organizations.create().get("/test_runs/" + run + "/events").status())
                .isEqualTo(404);
        api.post("/test_runs/" + run + "/cancel", null);
    }

    private List<Event> follow(String run, @Nullable String lastEventId, java.util.function.Predicate<Event> last) {
        String address = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/test_runs/"
                + run + "/events";
        try (EventStream stream = EventStream.open(address, token, lastEventId)) {
            return stream.until(last);
        }
    }
}
