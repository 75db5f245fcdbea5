package ai.rhesis.backend.annotation.status;

import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.NamedReference;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The states that objects of an organization can be given, per type of object.
@Service
@Transactional
public class StatusService {

    private final StatusRepository statuses;

    StatusService(StatusRepository statuses) {
        this.statuses = statuses;
    }

    @Transactional(readOnly = true)
    public Listing<Status> list(ListRequest request, @Nullable String entityType) {
        return statuses.list(request, StatusFields.ALL, TypeLookupService.ofEntityType(entityType));
    }

    @Transactional(readOnly = true)
    public Status get(UUID id) {
        return statuses.get(id);
    }

    /// Finds the status of `entityType` that a body points at by `field` or, with its id, by `field`_id.
    ///
    /// @throws ProblemException 422 when the organization has no such status
    @Transactional(readOnly = true)
    public Status require(String entityType, NamedReference status, String field) {
        UUID id = status.id();
        return (id == null
                        ? statuses.findByName(entityType, String.valueOf(status.name()))
                        : statuses.findById(entityType, id))
                .orElseThrow(() -> (id == null
                                ? Problem.invalid(
                                        field, "is not a status of " + entityType + "; " + allowed(entityType))
                                : Problem.invalid(field + "_id", "is not a status of " + entityType))
                        .exception());
    }

    private String allowed(String entityType) {
        return "allowed are " + String.join(", ", statuses.findNames(entityType));
    }

    /// Finds the id of the status of `entityType` with this name, ignoring case; null when there is none.
    @Transactional(readOnly = true)
    public @Nullable UUID idOf(String entityType, String name) {
        return statuses.findByName(entityType, name).map(Status::getId).orElse(null);
    }

    /// Makes a status; the name of an existing one of its entity type, in whatever case, is that one.
    Status create(StatusRequest request) {
        return statuses.findOfType(request.entityTypeId(), request.name())
                .orElseGet(() -> statuses.save(new Status(request)));
    }

    Status update(UUID id, Patch<StatusRequest> change) {
        Status status = statuses.getForUpdate(id);
        status.change(change.applyTo(StatusRequest.of(status), status.getVersion()));
        return statuses.save(status);
    }

    Status delete(UUID id, IfMatch ifMatch) {
        Status status = statuses.getForUpdate(id);
        ifMatch.check(status.getVersion());
        status.delete();
        return statuses.save(status);
    }
}
