package ai.rhesis.backend.workspace.experiment;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.MaxLimit;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.Recyclable;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExperimentController implements Recyclable<Experiment> {

    /// The frontend reads the experiments of a project, whose environments they are bound to, in one page.
    private static final int MAX_LIMIT = 200;

    private final ExperimentService experiments;
    private final ExperimentVersionService versions;

    ExperimentController(ExperimentService experiments, ExperimentVersionService versions) {
        this.experiments = experiments;
        this.versions = versions;
    }

    @Override
    @GetMapping("/experiments")
    public ResponseEntity<List<ExperimentResponse>> list(ListRequest request) {
        return experiments.list(request).map(ExperimentResponse::of).toResponse();
    }

    @GetMapping("/projects/{id}/experiments")
    ResponseEntity<List<ExperimentResponse>> experiments(
            @PathVariable UUID id, @MaxLimit(MAX_LIMIT) ListRequest request) {
        return experiments.listOf(id, request).map(ExperimentResponse::of).toResponse();
    }

    @PostMapping("/projects/{id}/experiments")
    @ResponseStatus(HttpStatus.CREATED)
    ExperimentResponse createExperiment(@PathVariable UUID id, @RequestBody ExperimentRequest request) {
        return ExperimentResponse.of(experiments.create(id, request));
    }

    @Override
    @GetMapping("/experiments/{id}")
    public ExperimentDetailResponse get(@PathVariable UUID id) {
        return detail(experiments.get(id));
    }

    @RequestMapping(
            path = "/experiments/{id}",
            method = {RequestMethod.PATCH, RequestMethod.PUT})
    ExperimentDetailResponse update(@PathVariable UUID id, Patch<ExperimentRequest> change) {
        return detail(experiments.update(id, change));
    }

    @DeleteMapping("/experiments/{id}")
    ExperimentResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return ExperimentResponse.of(experiments.delete(id, ifMatch));
    }

    private ExperimentDetailResponse detail(ExperimentView view) {
        return ExperimentDetailResponse.of(view, versions.list(view.experiment().getId()));
    }
}
