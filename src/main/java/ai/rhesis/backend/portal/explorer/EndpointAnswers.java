package ai.rhesis.backend.portal.explorer;

import ai.rhesis.backend.annotation.file.AttachedFile;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.enclosure.Enclosures;
import ai.rhesis.backend.integration.enclosure.OpenedFiles;
import ai.rhesis.backend.integration.endpoint.CountedCalls;
import ai.rhesis.backend.integration.endpoint.EndpointSnapshot;
import ai.rhesis.backend.integration.endpoint.Endpoints;
import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The answers of endpoints to the inputs of trees.
@Component
public class EndpointAnswers {

    private final ExplorerSettings settings;
    private final Endpoints endpoints;
    private final CountedCalls calls;
    private final Enclosures enclosures;

    EndpointAnswers(ExplorerSettings settings, Endpoints endpoints, CountedCalls calls, Enclosures enclosures) {
        this.settings = settings;
        this.endpoints = endpoints;
        this.calls = calls;
        this.enclosures = enclosures;
    }

    /// Returns the endpoint to ask as it is now: the named one, else that of the tree.
    ///
    /// @throws ProblemException 400 when there is neither, 404 or 410 when it is none
    public EndpointSnapshot endpointFor(String key, @Nullable UUID named) {
        return endpoints.snapshot(settings.endpointFor(key, named));
    }

    /// Asks once, and tells a failure as an answer. Call it outside any transaction.
    public GivenAnswer ask(EndpointSnapshot endpoint, String input) {
        return ask(endpoint, input, List.of());
    }

    /// Asks as [#ask] does, with the files that the test has now.
    GivenAnswer ask(EndpointSnapshot endpoint, TreeNode test) {
        return ask(endpoint, test.input(), endpoint.takesFiles() ? enclosures.ofTest(test.id()) : List.of());
    }

    private GivenAnswer ask(EndpointSnapshot endpoint, String input, List<AttachedFile> files) {
        // as a request, one test would end the work on all when it waits too long for room
        try (OpenedFiles opened = ComputePool.inBackground(() -> enclosures.open(files))) {
            Question question = Question.of(input).with(opened.enclosures());
            return GivenAnswer.of(calls.ask(endpoint, question).output());
        } catch (CallException failure) {
            return GivenAnswer.failed(String.valueOf(failure.getMessage()));
        }
    }
}
