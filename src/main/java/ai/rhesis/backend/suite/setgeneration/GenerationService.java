package ai.rhesis.backend.suite.setgeneration;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.queue.Ticket;
import ai.rhesis.backend.platform.queue.TicketQueue;
import ai.rhesis.backend.suite.generation.CellState;
import ai.rhesis.backend.suite.generation.TestGeneration;
import ai.rhesis.backend.suite.testset.TestSetRequest;
import ai.rhesis.backend.suite.testset.TestSetService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Generations of test sets: the set, the generation and the ticket for it commit together.
@Service
@Transactional
public class GenerationService {

    static final String KIND = "generation";

    private final GenerationQueries generations;
    private final TicketQueue queue;
    private final TestSetService sets;

    GenerationService(GenerationQueries generations, TicketQueue queue, TestSetService sets) {
        this.generations = generations;
        this.queue = queue;
        this.sets = sets;
    }

    /// Makes the set and leaves its tests to whichever node takes them.
    public GenerationView start(SetGeneration wanted) {
        UUID set = sets.create(request(wanted)).set().getId();
        UUID id = BaseEntity.newId();
        List<CellState> cells = TestGeneration.plan(wanted.goal(), wanted.tests());
        generations.insert(id, set, new GenerationTask(wanted.goal(), wanted.model(), wanted.batch()), cells);
        queue.put(KIND, Ticket.of(id), Duration.ZERO);
        return generations.find(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<GenerationView> find(UUID id) {
        return generations.find(id);
    }

    /// Stops a generation. What it wrote stays.
    ///
    /// @throws ProblemException 409 when it has ended
    public void cancel(GenerationView generation) {
        if (!generations.end(generation.id(), GenerationState.CANCELLED.stored(), "It was cancelled")) {
            throw Problem.conflict("This generation has ended; there is nothing to cancel.")
                    .exception();
        }
    }

    private static TestSetRequest request(SetGeneration wanted) {
        return TestSetRequest.named(
                wanted.name(), wanted.description(), wanted.goal().kind().type(), wanted.projectId());
    }
}
