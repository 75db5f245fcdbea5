package ai.rhesis.backend.workspace.environment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/projects/{id}/parameters")
class EnvironmentController {

    private final EnvironmentService environments;
    private final ParameterResolution resolution;

    EnvironmentController(EnvironmentService environments, ParameterResolution resolution) {
        this.environments = environments;
        this.resolution = resolution;
    }

    @GetMapping("/environments")
    EnvironmentsResponse environments(@PathVariable UUID id) {
        return new EnvironmentsResponse(environments.list(id));
    }

    @PostMapping("/environments")
    @ResponseStatus(HttpStatus.CREATED)
    EnvironmentsResponse registerEnvironment(@PathVariable UUID id, @RequestBody EnvironmentRequest request) {
        return new EnvironmentsResponse(environments.register(id, request.name()));
    }

    @PutMapping("/environments/{name}")
    EnvironmentsResponse bindEnvironment(
            @PathVariable UUID id, @PathVariable String name, @RequestBody BindingRequest request) {
        return new EnvironmentsResponse(environments.bind(id, name, request));
    }

    @DeleteMapping("/environments/{name}")
    EnvironmentsResponse removeEnvironment(@PathVariable UUID id, @PathVariable String name) {
        return new EnvironmentsResponse(environments.remove(id, name));
    }

    @GetMapping("/resolve")
    ResolvedParametersResponse resolveParameters(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String environment,
            @RequestParam(name = "experiment_id", required = false) @Nullable UUID experimentId,
            @RequestParam(required = false) @Nullable String version) {
        return ResolvedParametersResponse.of(
                resolution.resolve(id, new ParameterReference(experimentId, version, environment)));
    }
}
