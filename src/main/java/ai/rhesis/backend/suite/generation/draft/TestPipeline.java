package ai.rhesis.backend.suite.generation.draft;

import ai.rhesis.backend.integration.provider.ChosenModels;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.web.body.LineWriter;
import ai.rhesis.backend.suite.generation.GenerationTurns;
import ai.rhesis.backend.suite.generation.Material;
import ai.rhesis.backend.suite.generation.Materials;
import ai.rhesis.backend.suite.generation.Produced;
import ai.rhesis.backend.suite.generation.ProductionEnd;
import ai.rhesis.backend.suite.generation.ProductionSink;
import ai.rhesis.backend.suite.generation.SourceReference;
import ai.rhesis.backend.suite.generation.TestGeneration;
import ai.rhesis.backend.suite.generation.WrittenCase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A plan and tests by it, told line by line as they come. What goes wrong once the first line may be on its way, is a
/// line itself.
@Component
class TestPipeline {

    private static final int BATCH = 5;

    private final ChosenModels models;
    private final Materials materials;
    private final PlanDrafts plans;
    private final TestGeneration generation;
    private final GenerationTurns turns;

    TestPipeline(
            ChosenModels models,
            Materials materials,
            PlanDrafts plans,
            TestGeneration generation,
            GenerationTurns turns) {
        this.models = models;
        this.materials = materials;
        this.plans = plans;
        this.generation = generation;
        this.turns = turns;
    }

    /// @throws ProblemException when there is no model, project, source or turn, before the first line
    void tell(PipelineRequest request, LineWriter lines) {
        ModelSnapshot model = models.generation(request.modelId());
        Material material = materials.of(SourceReference.ids(request.sources()));
        PlanBrief brief = request.config() == null ? plans.brief(request.plan()) : null;
        turns.during(() -> {
            TestPlan plan = brief == null ? request.config() : plan(brief, model, lines);
            if (plan != null && !lines.isClosed()) {
                TestGeneration.Task task =
                        new TestGeneration.Task(request.goal(plan), model, material, request.numTests(), BATCH);
                tellTests(task, lines);
            }
            lines.write(PipelineEvent.done());
        });
    }

    private @Nullable TestPlan plan(PlanBrief brief, ModelSnapshot model, LineWriter lines) {
        try {
            TestPlan plan = plans.plan(brief, model);
            tellAll("requirements", plan.requirements(), lines);
            tellAll("topics", plan.topics(), lines);
            tellAll("categories", plan.categories(), lines);
            lines.write(PipelineEvent.total("config_done", plan.size()));
            return plan;
        } catch (ProblemException noPlan) {
            lines.write(PipelineEvent.error(
                    "config", String.valueOf(noPlan.problem().detail())));
            lines.write(PipelineEvent.total("config_done", 0));
            return null;
        }
    }

    private static void tellAll(String category, List<TestPlan.Item> items, LineWriter lines) {
        items.forEach(item -> lines.write(PipelineEvent.item(category, item)));
    }

    private void tellTests(TestGeneration.Task task, LineWriter lines) {
        Telling telling = new Telling(lines, task.material());
        ProductionEnd end = generation.generate(task, telling);
        String explanation = end.explanation(lines.late());
        if (explanation != null
                && telling.told
                        < task.cells().stream().mapToInt(cell -> cell.wanted()).sum()) {
            lines.write(PipelineEvent.error("tests", explanation));
        }
        lines.write(PipelineEvent.total("tests_done", telling.told));
    }

    /// The lines as receiver of the tests.
    private static final class Telling implements ProductionSink {

        private final LineWriter lines;
        private final Material material;
        private int told;

        Telling(LineWriter lines, Material material) {
            this.lines = lines;
            this.material = material;
        }

        @Override
        public boolean take(Produced produced) {
            produced.tests().forEach(test -> lines.write(PipelineEvent.test(told++, WrittenCase.of(test, material))));
            return !lines.isClosed();
        }

        @Override
        public boolean isStopped() {
            return lines.isOver();
        }
    }
}
