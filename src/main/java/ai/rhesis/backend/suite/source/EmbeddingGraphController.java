package ai.rhesis.backend.suite.source;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.suite.testset.TestSetService;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The maps of embeddings that clients draw of sources and test sets. None is made here as yet: none is ever ready, and
/// who asks for one is told so.
@RestController
class EmbeddingGraphController {

    private final SourceService sources;
    private final TestSetService sets;

    EmbeddingGraphController(SourceService sources, TestSetService sets) {
        this.sources = sources;
        this.sets = sets;
    }

    @GetMapping("/sources/{id}/embeddings/graph")
    GraphResponse graph(@PathVariable UUID id) {
        sources.get(id);
        return GraphResponse.PENDING;
    }

    @PostMapping("/sources/{id}/embeddings/compute-graph")
    GraphResponse computeGraph(@PathVariable UUID id) {
        sources.get(id);
        throw notMade();
    }

    @GetMapping("/test_sets/{id}/embeddings/graph")
    GraphResponse graph(@PathVariable String id) {
        sets.get(id);
        return GraphResponse.PENDING;
    }

    @PostMapping("/test_sets/{id}/embeddings/compute-graph")
    GraphResponse computeGraph(@PathVariable String id) {
        sets.get(id);
        throw notMade();
    }

    private static RuntimeException notMade() {
        return Problem.badRequest("id", "This server makes no maps of embeddings as yet")
                .exception();
    }

    /// The state of a map.
    record GraphResponse(String status) {

        private static final GraphResponse PENDING = new GraphResponse("pending");
    }
}
