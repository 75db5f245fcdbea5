package ai.rhesis.backend.portal.explorer;

import ai.rhesis.backend.integration.endpoint.EndpointService;
import ai.rhesis.backend.metric.metric.MetricLinks;
import ai.rhesis.backend.metric.metric.MetricView;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.portal.explorer.ExplorerSettingsResponse.NamedObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The settings of trees: an endpoint in the attributes of the set, and the metrics of the set.
@Service
@Transactional
class ExplorerSettings {

    private final ExplorerSets sets;
    private final EndpointService endpoints;
    private final MetricLinks metrics;
    private final SettingsQueries queries;

    ExplorerSettings(ExplorerSets sets, EndpointService endpoints, MetricLinks metrics, SettingsQueries queries) {
        this.sets = sets;
        this.endpoints = endpoints;
        this.metrics = metrics;
        this.queries = queries;
    }

    @Transactional(readOnly = true)
    ExplorerSettingsResponse get(String key) {
        return of(sets.require(key));
    }

    /// @throws ProblemException 404 or 410 when the endpoint or a metric is none
    ExplorerSettingsResponse change(String key, ExplorerSettingsRequest request) {
        UUID setId = sets.require(key);
        if (request.defaultEndpointId() != null) {
            endpoints.get(request.defaultEndpointId());
            queries.setEndpoint(setId, request.defaultEndpointId());
        }
        if (request.metricIds() != null) {
            replaceMetrics(setId, request.metricIds());
        }
        return of(setId);
    }

    /// Returns the endpoint to ask: the named one, else that of the tree.
    ///
    /// @throws ProblemException 400 when there is neither
    @Transactional(readOnly = true)
    UUID endpointFor(String key, @Nullable UUID named) {
        UUID setId = sets.require(key);
        UUID endpoint = named == null ? queries.endpointOf(setId) : named;
        if (endpoint == null) {
            throw Problem.badRequest(
                            "endpoint_id",
                            "No endpoint specified and no default endpoint configured in the settings of the tree")
                    .exception();
        }
        return endpoint;
    }

    private void replaceMetrics(UUID setId, List<UUID> wanted) {
        Set<UUID> kept = new HashSet<>(wanted);
        metrics.allOfTestSet(setId).stream()
                .map(view -> view.metric().getId())
                .filter(id -> !kept.contains(id))
                .forEach(id -> metrics.unlinkFromTestSet(setId, id));
        wanted.forEach(id -> metrics.linkToTestSet(setId, id));
    }

    private ExplorerSettingsResponse of(UUID setId) {
        return new ExplorerSettingsResponse(
                endpoint(queries.endpointOf(setId)),
                metrics.allOfTestSet(setId).stream()
                        .map(MetricView::metric)
                        .map(metric -> new NamedObject(metric.getId(), metric.getName()))
                        .toList());
    }

    /// Returns the endpoint; null also when it was deleted since.
    private @Nullable NamedObject endpoint(@Nullable UUID id) {
        try {
            return id == null
                    ? null
                    : new NamedObject(
                            id, String.valueOf(endpoints.get(id).endpoint().getName()));
        } catch (ProblemException gone) {
            return null;
        }
    }
}
