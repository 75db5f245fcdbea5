package ai.rhesis.backend.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever has a parent of its own kind.
@IntegrationTest
class AncestryApiTests {

    private static final int LENGTH = 4;

    @Autowired
    Organizations organizations;

    private Api api;

    @BeforeEach
    void makeAnOrganization() {
        api = organizations.create();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompts", "tests", "categories", "topics"})
    void nothingIsItsOwnAncestor(String kind) {
        List<String> line = line(kind);
        String first = line.getFirst();
        for (String descendant : line) {
            Answer refused = move(api, kind, first, descendant);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.badFields()).containsExactly("body.parent_id");
        }
        assertThat(move(api, kind, line.get(2), first).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompts", "tests", "categories", "topics"})
    void circlesThroughTheDeletedAreRefused(String kind) {
        List<String> line = line(kind);
        api.delete("/" + kind + "/" + line.get(1));
        assertThat(move(api, kind, line.getFirst(), line.getLast()).badFields()).containsExactly("body.parent_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompts", "tests", "categories", "topics"})
    void movesAtTheSameMomentCloseNoCircle(String kind) throws Exception {
        for (int round = 0; round < 5; round++) {
            List<String> ring = List.of(make(kind), make(kind), make(kind));
            List<Callable<Integer>> moves = new ArrayList<>();
            for (int place = 0; place < ring.size(); place++) {
                String each = ring.get(place);
                String next = ring.get((place + 1) % ring.size());
                moves.add(() -> move(api, kind, each, next).status());
            }
            try (ExecutorService threads = Executors.newFixedThreadPool(moves.size())) {
                for (Future<Integer> status : threads.invokeAll(moves)) {
                    // a deadlock is told as 503 or 409
                    assertThat(status.get()).isIn(200, 409, 422, 503);
                }
            }
            assertThat(ring).anyMatch(each -> api.get("/" + kind + "/" + each).text("parent_id") == null);
        }
    }

    @Test
    void circlesThroughAnotherProjectAreRefused() {
        String project = api.create("/projects", Map.of("name", "Here"));
        Api inside = api.with("X-Project-Id", project);
        String above = inside.create("/tests", body("tests"));
        String below = inside.create("/tests", body("tests"));
        String outside = api.create("/tests", body("tests"));
        assertThat(move(api, "tests", outside, above).status()).isEqualTo(200);
        assertThat(move(api, "tests", below, outside).status()).isEqualTo(200);
        assertThat(move(inside, "tests", above, below).badFields()).containsExactly("body.parent_id");
    }

    @Test
    void parentsOfAnotherOrganizationDoNotExist() {
        String foreign = organizations.create().create("/prompts", body("prompts"));
        assertThat(move(api, "prompts", make("prompts"), foreign).badFields()).containsExactly("body.parent_id");
    }

    /// Objects each of which is the parent of the next.
    private List<String> line(String kind) {
        List<String> line = new ArrayList<>();
        for (int place = 0; place < LENGTH; place++) {
            Map<String, Object> body = new HashMap<>(body(kind));
            if (!line.isEmpty()) {
                body.put("parent_id", line.getLast());
            }
            line.add(api.create("/" + kind, body));
        }
        return line;
    }

    private String make(String kind) {
        return api.create("/" + kind, body(kind));
    }

    private static Map<String, Object> body(String kind) {
        return switch (kind) {
            case "prompts" -> Map.of("content", "Hello");
            case "tests" -> Map.of("prompt", Map.of("content", "Hello"));
            default -> Map.of("name", "n-" + java.util.UUID.randomUUID());
        };
    }

    private static Answer move(Api caller, String kind, String id, String parent) {
        return caller.put("/" + kind + "/" + id, Map.of("parent_id", parent));
    }
}
