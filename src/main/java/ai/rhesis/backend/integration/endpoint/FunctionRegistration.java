package ai.rhesis.backend.integration.endpoint;

import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.annotation.status.StatusService;
import ai.rhesis.backend.integration.connector.RegisteredFunction;
import ai.rhesis.backend.integration.connector.RegistrationStatuses;
import ai.rhesis.backend.integration.connector.SdkService;
import ai.rhesis.backend.integration.connector.SyncStats;
import ai.rhesis.backend.workspace.project.ProjectService;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The writing of registered functions, one registration of a service after the other.
@Component
@Transactional
class FunctionRegistration {

    private final EndpointRepository endpoints;
    private final ProjectService projects;
    private final StatusService statuses;

    FunctionRegistration(EndpointRepository endpoints, ProjectService projects, StatusService statuses) {
        this.endpoints = endpoints;
        this.projects = projects;
        this.statuses = statuses;
    }

    /// Makes or changes the endpoints of functions, and sets those of the service that are gone to inactive.
    ///
    /// @param names of all functions that the program has, also of those that can't be registered
    SyncStats register(SdkService service, List<RegisteredFunction> functions, Collection<String> names) {
        String project = projects.get(service.projectId()).project().getName();
        endpoints.lockFunctions(service.projectId() + " " + service.environment());
        Map<String, Endpoint> known = known(service);
        RegistrationStatuses states = RegistrationStatuses.of(statuses);
        int created = 0;
        int updated = 0;
        for (RegisteredFunction function : functions) {
            FunctionChange change = FunctionChange.of(known.get(function.name()), service, function, states);
            if (!change.isNone()) {
                save(change.before(), change.applied(project));
                created += change.before() == null ? 1 : 0;
                updated += change.before() == null ? 0 : 1;
            }
        }
        return new SyncStats(created, updated, deactivate(known, new HashSet<>(names), states), List.of());
    }

    /// Finds the endpoints of a service by their functions; of two with the same function the older one.
    private Map<String, Endpoint> known(SdkService service) {
        return endpoints.findOfService(service.projectId(), service.environment()).stream()
                .filter(endpoint -> functionName(endpoint) != null)
                .collect(toMap(
                        endpoint -> Objects.requireNonNull(functionName(endpoint)),
                        endpoint -> endpoint,
                        (older, newer) -> older));
    }

    private static @Nullable String functionName(Endpoint endpoint) {
        return FunctionMetadata.functionName(endpoint.getKept().endpointMetadata());
    }

    private void save(@Nullable Endpoint before, EndpointRequest wanted) {
        if (before == null) {
            endpoints.save(new Endpoint(wanted));
        } else {
            before.change(wanted);
            endpoints.save(before);
        }
    }

    private int deactivate(Map<String, Endpoint> known, Set<String> registered, RegistrationStatuses states) {
        List<Endpoint> gone = known.entrySet().stream()
                .filter(entry -> !registered.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(endpoint -> !states.isGone(endpoint.getStatusId()))
                .toList();
        gone.forEach(endpoint -> endpoint.begin(states.inactive()));
        gone.forEach(endpoints::save);
        return gone.size();
    }
}
