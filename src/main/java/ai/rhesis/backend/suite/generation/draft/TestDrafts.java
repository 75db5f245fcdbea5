package ai.rhesis.backend.suite.generation.draft;

import ai.rhesis.backend.integration.provider.ChosenModels;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.suite.generation.GenerationGoal;
import ai.rhesis.backend.suite.generation.GenerationTurns;
import ai.rhesis.backend.suite.generation.Material;
import ai.rhesis.backend.suite.generation.Materials;
import ai.rhesis.backend.suite.generation.ProductionEnd;
import ai.rhesis.backend.suite.generation.ProductionSink;
import ai.rhesis.backend.suite.generation.SourceReference;
import ai.rhesis.backend.suite.generation.TestGeneration;
import ai.rhesis.backend.suite.generation.TestKind;
import ai.rhesis.backend.suite.generation.WrittenCase;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Tests that a model writes while the caller waits, as soon as there is a turn.
@Component
class TestDrafts {

    private static final int BATCH = 10;

    private final ChosenModels models;
    private final Materials materials;
    private final TestGeneration generation;
    private final GenerationTurns turns;

    TestDrafts(ChosenModels models, Materials materials, TestGeneration generation, GenerationTurns turns) {
        this.models = models;
        this.materials = materials;
        this.generation = generation;
        this.turns = turns;
    }

    /// @throws ProblemException when there is no model, or it gives no tests at all
    List<WrittenCase> write(TestsRequest request) {
        ModelSnapshot model = models.generation(request.modelId());
        GenerationGoal goal =
                request.config().goal(TestKind.of(request.testType()), SourceReference.ids(request.sources()));
        Material material = materials.of(goal.sources());
        return write(new TestGeneration.Task(goal, model, material, request.numTests(), request.batchSize()));
    }

    /// @throws ProblemException when there is no model, or it gives no tests at all
    List<WrittenCase> write(ConversationsRequest request) {
        ModelSnapshot model = models.generation(request.modelId());
        return write(new TestGeneration.Task(request.goal(), model, Material.NONE, request.numTests(), BATCH));
    }

    private List<WrittenCase> write(TestGeneration.Task task) {
        List<WrittenCase> tests = new ArrayList<>();
        ProductionEnd end = turns.during(() -> generation.generate(task, collecting(tests, task.material())));
        if (tests.isEmpty()) {
            throw end.toProblem().exception();
        }
        return tests;
    }

    private static ProductionSink collecting(List<WrittenCase> tests, Material material) {
        return produced -> {
            produced.tests().forEach(test -> tests.add(WrittenCase.of(test, material)));
            return true;
        };
    }
}
