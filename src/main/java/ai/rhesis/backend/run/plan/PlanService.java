package ai.rhesis.backend.run.plan;

import ai.rhesis.backend.integration.endpoint.Endpoint;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.statistics.PairedOutcomes;
import ai.rhesis.backend.suite.testset.TestSetService;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The plan of a next run's size by what earlier runs tell.
@Service
@Transactional(readOnly = true)
class PlanService {

    private final TestSetService sets;
    private final Directory directory;
    private final PlanQueries plans;

    PlanService(TestSetService sets, Directory directory, PlanQueries plans) {
        this.sets = sets;
        this.directory = directory;
        this.plans = plans;
    }

    /// Finds what is known of a set, and of an endpoint where one is named.
    ///
    /// @throws ProblemException 404 or 410 without the set, 400 for an unknown endpoint
    Experience experience(String setKey, @Nullable UUID endpointId) {
        UUID setId = sets.requireId(setKey);
        if (endpointId != null && !directory.isLiving(Endpoint.class, endpointId)) {
            throw Problem.badRequest("endpoint_id", "does not exist").exception();
        }
        List<UUID> last = endpointId == null ? List.of() : plans.lastRuns(setId, endpointId);
        PairedOutcomes pairs = last.size() < 2 ? null : plans.pairs(last.get(0), last.get(1));
        return plans.experience(setId, last, pairs == null || pairs.n() == 0 ? null : pairs);
    }
}
