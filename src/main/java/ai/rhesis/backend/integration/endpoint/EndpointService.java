package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.annotation.status.StatusService;
import ai.rhesis.backend.annotation.subject.AttachmentService;
import ai.rhesis.backend.annotation.subject.Attachments;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.InOrder;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Endpoints and their secrets, which come in and go out to nobody but their own host.
@Service
@Transactional
public class EndpointService {

    private final EndpointRepository endpoints;
    private final EndpointVault vault;
    private final AttachmentService attachments;
    private final StatusService statuses;

    EndpointService(
            EndpointRepository endpoints, EndpointVault vault, AttachmentService attachments, StatusService statuses) {
        this.endpoints = endpoints;
        this.vault = vault;
        this.attachments = attachments;
        this.statuses = statuses;
    }

    @Transactional(readOnly = true)
    public Listing<EndpointView> list(ListRequest request) {
        return endpoints
                .listIds(request, EndpointFields.ALL, Restriction.none())
                .mapAll(this::views);
    }

    @Transactional(readOnly = true)
    public EndpointView get(UUID id) {
        return view(endpoints.get(id));
    }

    @Transactional(readOnly = true)
    EndpointSnapshot snapshot(UUID id) {
        return EndpointSnapshot.of(endpoints.get(id));
    }

    /// Decrypts the secrets that may be sent to the host of the snapshot.
    ///
    /// @throws ai.rhesis.backend.platform.egress.CallException when they were given for another host meanwhile
    @Transactional(readOnly = true)
    EndpointSecrets secrets(EndpointSnapshot endpoint) {
        return endpoints
                .findSecrets(endpoint.id())
                .map(stored -> vault.open(stored, endpoint))
                .orElse(EndpointSecrets.NONE);
    }

    /// Lays a change over the endpoint and validates the whole.
    @Transactional(readOnly = true)
    EndpointRequest wanted(UUID id, Patch<EndpointRequest> change) {
        Endpoint endpoint = endpoints.get(id);
        return change.applyTo(EndpointRequest.of(endpoint), endpoint.getVersion());
    }

    /// @param request as `MappingWork` checked it
    EndpointView create(EndpointRequest request) {
        Endpoint endpoint = new Endpoint(request);
        if (request.statusId() == null) {
            endpoint.begin(statuses.idOf("General", "Active"));
        }
        vault.keep(endpoint, request);
        return view(endpoints.save(endpoint));
    }

    /// @param checked the whole endpoint as it was checked; another one meanwhile is a conflict
    EndpointView update(UUID id, Patch<EndpointRequest> change, EndpointRequest checked) {
        Endpoint endpoint = endpoints.getForUpdate(id);
        Destinations before = Destinations.of(endpoint);
        EndpointRequest request = change.applyTo(EndpointRequest.of(endpoint), endpoint.getVersion());
        if (!request.equals(checked)) {
            throw Problem.conflict("The endpoint was changed at the same time; try again")
                    .exception();
        }
        endpoint.change(request);
        vault.replace(endpoint, request, change, before);
        return view(endpoints.save(endpoint));
    }

    EndpointView delete(UUID id, IfMatch ifMatch) {
        Endpoint endpoint = endpoints.getForUpdate(id);
        ifMatch.check(endpoint.getVersion());
        EndpointView deleted = view(endpoint);
        endpoint.delete();
        endpoints.save(endpoint);
        return deleted;
    }

    private EndpointView view(Endpoint endpoint) {
        return views(List.of(endpoint.getId())).getFirst();
    }

    private List<EndpointView> views(List<UUID> ids) {
        Attachments carried = attachments.of(Endpoint.class, ids);
        return InOrder.of(ids, endpoints.findViews(ids), view -> view.endpoint().getId()).stream()
                .map(view -> view.with(carried.of(view.endpoint().getId())))
                .toList();
    }
}
