package ai.rhesis.backend.workspace.experiment;

import ai.rhesis.backend.platform.web.Revisioned;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/// An experiment as a client reads it, with its versions, the oldest first.
record ExperimentDetailResponse(@JsonUnwrapped ExperimentResponse experiment, List<ExperimentVersionResponse> versions)
        implements Revisioned {

    static ExperimentDetailResponse of(ExperimentView view, List<ExperimentVersion> versions) {
        return new ExperimentDetailResponse(
                ExperimentResponse.of(view),
                versions.stream().map(ExperimentVersionResponse::of).toList());
    }

    @Override
    public long revision() {
        return experiment.revision();
    }
}
