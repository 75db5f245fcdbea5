package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.workspace.project.Project;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The state of services, and calls that nobody waits for.
@Service
@Transactional
class ConnectorService {

    private static final Duration TRIGGER_TIMEOUT = Duration.ofMinutes(10);
    private static final TypeReference<List<RegisteredFunction>> FUNCTIONS = new TypeReference<>() {};

    private final ConnectorRoutes routes;
    private final ConnectorCalls calls;
    private final Directory directory;
    private final JsonMapper json;

    ConnectorService(ConnectorRoutes routes, ConnectorCalls calls, Directory directory, JsonMapper json) {
        this.routes = routes;
        this.calls = calls;
        this.directory = directory;
        this.json = json;
    }

    /// @throws ProblemException 400 for an id or environment that is none, 403 for a project of others
    @Transactional(readOnly = true)
    ConnectorStatusView status(String projectId, String environment) {
        return status(new SdkService(uuid(projectId), environment));
    }

    private static UUID uuid(String projectId) {
        try {
            return UUID.fromString(projectId);
        } catch (IllegalArgumentException noId) {
            throw Problem.badRequest("id", "must be the UUID of a project").exception();
        }
    }

    private ConnectorStatusView status(SdkService service) {
        if (!SdkService.ENVIRONMENTS.contains(service.environment())) {
            throw Problem.badRequest("environment", "must be one of " + String.join(", ", SdkService.ENVIRONMENTS))
                    .exception();
        }
        requireProject(service.projectId());
        Optional<String> functions = routes.newest(service).flatMap(route -> routes.functions(route.connectionId()));
        return new ConnectorStatusView(
                service.projectId(),
                service.environment(),
                functions.isPresent(),
                functions.map(written -> json.readValue(written, FUNCTIONS)).orElse(List.of()));
    }

    /// @throws ProblemException 404 when no program is connected
    String trigger(TriggerRequest request) {
        requireProject(request.projectId());
        try {
            return calls.trigger(request.toCall(), TRIGGER_TIMEOUT);
        } catch (CallException failure) {
            throw failure.reason() == CallException.Reason.SDK_NOT_CONNECTED
                    ? Problem.of(HttpStatus.NOT_FOUND, String.valueOf(failure.getMessage()))
                            .exception()
                    : failure;
        }
    }

    private void requireProject(UUID id) {
        if (!directory.isLiving(Project.class, id)) {
            throw Problem.forbidden("There is no such project in your organization.")
                    .exception();
        }
    }
}
