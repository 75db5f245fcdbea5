package ai.rhesis.backend.suite.generation;

import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.platform.compute.ComputePool;
import java.util.List;
import org.springframework.stereotype.Component;

/// The generation of tests by a model, whoever takes them.
@Component
public class TestGeneration {

    private final TestWriter writer;
    private final ComputePool pool;
    private final GenerationMeter meter;

    TestGeneration(TestWriter writer, ComputePool pool, GenerationMeter meter) {
        this.writer = writer;
        this.pool = pool;
        this.meter = meter;
    }

    /// Plans tests: which cells have how many of them.
    public static List<CellState> plan(GenerationGoal goal, int tests) {
        return goal.subjects().plan(tests);
    }

    /// Generates what the plan lacks and hands it on, answer by answer. Call it outside any transaction.
    public ProductionEnd generate(Task task, ProductionSink sink) {
        Coverage coverage = new Coverage(task.cells(), task.batch(), task.calls());
        Acceptance acceptance = new Acceptance(coverage, task.taken(), task.surplus());
        TestWriter.Order order = new TestWriter.Order(task.goal(), task.model(), task.material());
        return new TestProduction(writer, pool, order, acceptance).run(meter.counting(sink));
    }

    /// A generation of tests, and how far it is.
    ///
    /// @param batch how many tests one call asks for at most
    /// @param calls how many there were before
    /// @param taken what tests say that there are already
    /// @param surplus tests that were over before
    public record Task(
            GenerationGoal goal,
            ModelSnapshot model,
            Material material,
            List<CellState> cells,
            int batch,
            int calls,
            List<String> taken,
            List<GeneratedCase> surplus) {

        /// Makes a task that begins from nothing.
        public Task(GenerationGoal goal, ModelSnapshot model, Material material, int tests, int batch) {
            this(goal, model, material, plan(goal, tests), material.batch(tests, batch), 0, List.of(), List.of());
        }
    }
}
