package ai.rhesis.backend.suite.generation;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.suite.source.SourceContent;
import ai.rhesis.backend.suite.source.SourceService;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The texts of sources as material for tests.
@Component
public class Materials {

    private final SourceService sources;

    Materials(SourceService sources) {
        this.sources = sources;
    }

    /// Reads sources, one after the other and no more of each than is used.
    ///
    /// @throws ProblemException 422 on `sources` when one of them does not exist
    public Material of(List<UUID> ids) {
        int length = Material.lengthOfEach(ids.size());
        return ids.isEmpty()
                ? Material.NONE
                : Material.of(ids.stream().map(id -> document(id, length)).toList());
    }

    private Material.Document document(UUID id, int length) {
        SourceContent source = content(id);
        String text = Objects.requireNonNullElse(source.content(), "");
        return new Material.Document(source.title(), text.substring(0, Math.min(text.length(), length)));
    }

    private SourceContent content(UUID id) {
        try {
            return sources.contents(List.of(id)).getFirst();
        } catch (ProblemException gone) {
            boolean isGone = gone.problem().httpStatus() == HttpStatus.NOT_FOUND
                    || gone.problem().httpStatus() == HttpStatus.GONE;
            throw isGone ? Problem.invalid("sources", "does not exist").exception() : gone;
        }
    }
}
