package ai.rhesis.backend.suite.setgeneration;

import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.suite.testset.SetProgress;
import ai.rhesis.backend.suite.testset.TestSetGeneration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The generations of sets, as the sets show them.
@Service
@Transactional(readOnly = true)
class GenerationProgress implements SetProgress {

    private final GenerationQueries generations;

    GenerationProgress(GenerationQueries generations) {
        this.generations = generations;
    }

    @Override
    public Map<UUID, TestSetGeneration> of(Collection<UUID> sets) {
        return generations.newest(sets).stream().collect(toMap(GenerationView::testSetId, GenerationProgress::told));
    }

    private static TestSetGeneration told(GenerationView view) {
        return new TestSetGeneration(
                view.state().told(),
                view.id(),
                view.requestedTests(),
                view.generatedTests(),
                view.cells(),
                view.coveredCells(),
                view.error());
    }
}
