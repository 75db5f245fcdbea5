package ai.rhesis.backend.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/// Many requests for one new name at the same moment.
@IntegrationTest
class NameRaceTests {

    private static final int AT_ONCE = 6;
    private static final int ROUNDS = 3;

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @TestFactory
    Stream<DynamicTest> whoeverComesSecondGetsWhatTheFirstMade() {
        return Stream.of("categories", "topics", "requirements", "statuses", "tags", "type_lookups")
                .map(resource -> DynamicTest.dynamicTest(resource, () -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        String name = "new " + round;
                        List<Answer> answers = atOnce(() -> api.post("/" + resource, named(resource, name)));
                        assertThat(answers).extracting(Answer::status).containsOnly(200);
                        assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
                        String key = resource.equals("type_lookups") ? "type_value" : "name";
                        assertThat(api.get("/" + resource + "?$filter={filter}", key + " eq '" + name + "'")
                                        .total())
                                .isEqualTo(1);
                    }
                }));
    }

    private static Map<String, String> named(String resource, String name) {
        return resource.equals("type_lookups")
                ? Map.of("type_name", "Severity", "type_value", name)
                : Map.of("name", name);
    }

    @Test
    void setsOfOneNameHaveNumberedSlugs() throws Exception {
        List<Answer> answers = atOnce(() -> api.post("/test_sets", Map.of("name", "Nightly")));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.text("slug"))
                .containsExactlyInAnyOrder("nightly", "nightly-2", "nightly-3", "nightly-4", "nightly-5", "nightly-6");
    }

    @Test
    void setsOfAProjectAreNumberedWithThoseOfOthers() throws Exception {
        Api one = api.with("X-Project-Id", api.create("/projects", Map.of("name", "One")));
        Api two = api.with("X-Project-Id", api.create("/projects", Map.of("name", "Two")));
        assertThat(one.post("/test_sets", Map.of("name", "Nightly")).text("slug"))
                .isEqualTo("nightly");
        assertThat(two.post("/test_sets", Map.of("name", "Nightly")).text("slug"))
                .isEqualTo("nightly-2");
        assertThat(two.get("/test_sets/nightly").status()).isEqualTo(404);
        assertThat(two.get("/test_sets/nightly-2").status()).isEqualTo(200);
        assertThat(organizations
                        .create()
                        .post("/test_sets", Map.of("name", "Nightly"))
                        .text("slug"))
                .isEqualTo("nightly");
        List<Answer> answers = atOnce(() -> two.post("/test_sets", Map.of("name", "Weekly")));
        assertThat(answers).extracting(answer -> answer.text("slug")).doesNotHaveDuplicates();
    }

    @Test
    void aTakenIdIsAConflictAllTheSame() {
        String id = api.create("/tags", Map.of("name", "one"));
        assertThat(api.post("/tags", Map.of("id", id, "name", "two")).status()).isEqualTo(409);
    }

    private static List<Answer> atOnce(Supplier<Answer> request) throws Exception {
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        List<Callable<Answer>> requests = new ArrayList<>();
        for (int number = 0; number < AT_ONCE; number++) {
            requests.add(() -> {
                start.await();
                return request.get();
            });
        }
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Answer> answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
