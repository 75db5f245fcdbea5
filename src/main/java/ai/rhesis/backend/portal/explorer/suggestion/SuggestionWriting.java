package ai.rhesis.backend.portal.explorer.suggestion;

import ai.rhesis.backend.integration.provider.ChosenModels;
import ai.rhesis.backend.integration.provider.GenerationCalls;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.portal.explorer.ExplorerTree;
import ai.rhesis.backend.suite.generation.GeneratedCase;
import ai.rhesis.backend.suite.generation.GenerationGoal;
import ai.rhesis.backend.suite.generation.Material;
import ai.rhesis.backend.suite.generation.Produced;
import ai.rhesis.backend.suite.generation.ProductionEnd;
import ai.rhesis.backend.suite.generation.ProductionSink;
import ai.rhesis.backend.suite.generation.TestGeneration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// The model of the caller as a writer of suggestions.
@Component
class SuggestionWriting {

    private static final int BATCH = 5;

    private final ExplorerTree tree;
    private final ChosenModels models;
    private final TestGeneration generation;

    SuggestionWriting(ExplorerTree tree, ChosenModels models, TestGeneration generation) {
        this.tree = tree;
        this.models = models;
        this.generation = generation;
    }

    /// @throws ProblemException 404 or 410 without the set, 400 when it is no tree
    SuggestionTask task(String key, SuggestionsRequest request) {
        return SuggestionTask.of(request, tree.tests(key, null));
    }

    /// Chooses the model; where there are no examples, nothing needs to be chosen.
    ///
    /// @throws ProblemException 400 when none is chosen
    Writer writer(SuggestionTask task) {
        if (task.isEmpty()) {
            return (each, isStopped) -> new ProductionEnd(false, null, null);
        }
        ModelSnapshot model = models.generation();
        return (each, isStopped) -> write(task, model, new Telling(task, each, isStopped));
    }

    /// Creates the problem of a task of which nothing came.
    ///
    /// @param late says that it was not done in time, the only reason for which it is stopped
    static Problem nothing(ProductionEnd end, String late) {
        return end.isStopped()
                ? GenerationCalls.problem(CallException.timeout("The suggestions were " + late))
                : end.toProblem();
    }

    private ProductionEnd write(SuggestionTask task, ModelSnapshot model, Telling telling) {
        GenerationGoal goal = task.goal();
        return generation.generate(
                new TestGeneration.Task(
                        goal,
                        model,
                        Material.NONE,
                        TestGeneration.plan(goal, task.request().numSuggestions()),
                        BATCH,
                        0,
                        task.taken(),
                        List.of()),
                telling);
    }

    /// A writer that has its task.
    interface Writer {

        /// Hands each suggestion on as it comes, all of them from this thread.
        ProductionEnd write(Consumer<Suggested> each, BooleanSupplier isStopped);
    }

    private static final class Telling implements ProductionSink {

        private final SuggestionTask task;
        private final Consumer<Suggested> each;
        private final BooleanSupplier isStopped;
        private int told;

        Telling(SuggestionTask task, Consumer<Suggested> each, BooleanSupplier isStopped) {
            this.task = task;
            this.each = each;
            this.isStopped = isStopped;
        }

        @Override
        public boolean take(Produced produced) {
            for (GeneratedCase test : produced.tests()) {
                each.accept(new Suggested(told++, task.topicOf(test.topic()), test.content()));
            }
            return !isStopped();
        }

        @Override
        public boolean isStopped() {
            return isStopped.getAsBoolean();
        }
    }
}
