package ai.rhesis.backend.suite.setgeneration;

import ai.rhesis.backend.platform.web.body.Element;
import ai.rhesis.backend.platform.web.body.JsonBinder;
import ai.rhesis.backend.suite.bulk.BulkOptions;
import ai.rhesis.backend.suite.bulk.TestBulkService;
import ai.rhesis.backend.suite.generation.GeneratedCase;
import ai.rhesis.backend.suite.generation.Material;
import ai.rhesis.backend.suite.generation.Produced;
import ai.rhesis.backend.suite.generation.WrittenCase;
import ai.rhesis.backend.suite.testcase.TestCaseRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The generations as the nodes that work on them read and write them: tests and the count of them commit together, and
/// of two nodes that believe to work on one only the first is heard.
@Service
@Transactional
class GenerationStore {

    private final GenerationQueries generations;
    private final GenerationWorkQueries works;
    private final TestBulkService tests;
    private final JsonBinder bodies;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    GenerationStore(
            GenerationQueries generations,
            GenerationWorkQueries works,
            TestBulkService tests,
            JsonBinder bodies,
            JsonMapper json,
            ApplicationEventPublisher events) {
        this.generations = generations;
        this.works = works;
        this.tests = tests;
        this.bodies = bodies;
        this.json = json;
        this.events = events;
    }

    @Transactional(readOnly = true)
    Optional<GenerationWork> open(UUID id) {
        return works.open(id);
    }

    /// Tells whether somebody waits for the tests: the generation goes on, and the set lives.
    @Transactional(readOnly = true)
    boolean isOpen(UUID id) {
        return works.isOpen(id);
    }

    /// Writes tests into the set, unless the generation went on elsewhere or ended since.
    ///
    /// @param version as this node knows it
    boolean write(GenerationWork work, long version, Produced produced, Material material) {
        if (!works.lock(work.id(), version)) {
            return false;
        }
        List<GeneratedCase> made = produced.tests();
        List<Element<TestCaseRequest>> rows = IntStream.range(0, made.size())
                .mapToObj(place -> row(made.get(place), work, material, place))
                .toList();
        int written = rows.isEmpty()
                ? 0
                : tests.create(rows, new BulkOptions(true, false, work.testSetId()))
                        .ids()
                        .size();
        works.advance(work.id(), produced, written);
        return true;
    }

    /// Ends a generation by itself.
    ///
    /// @param error why there are not as many tests as were asked for
    void end(UUID id, @Nullable String error) {
        if (generations.end(id, "Ended", error)) {
            events.publishEvent(new GenerationEnded(id));
        }
    }

    private Element<TestCaseRequest> row(GeneratedCase test, GenerationWork work, Material material, int place) {
        ObjectNode body = json.valueToTree(WrittenCase.of(test, material));
        if (work.projectId() != null) {
            body.put("project_id", work.projectId().toString());
        }
        return bodies.element(body, TestCaseRequest.class, place);
    }
}
