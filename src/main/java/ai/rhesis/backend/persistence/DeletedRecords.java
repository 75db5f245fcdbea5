package ai.rhesis.backend.persistence;

import ai.rhesis.backend.problem.Problem;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Brings deleted objects back or removes them for good; a living one it never touches.
@Component
public class DeletedRecords {

    private final EntityManager entities;
    private final ApplicationEventPublisher events;

    DeletedRecords(EntityManager entities, ApplicationEventPublisher events) {
        this.entities = entities;
        this.events = events;
    }

    /// @throws TakenException when a living object has taken the name meanwhile
    public void restore(Class<? extends TenantEntity> type, UUID id) {
        TenantEntity deleted = find(type, id);
        deleted.restore();
        try {
            entities.flush();
        } catch (ConstraintViolationException refused) {
            throw Refusals.ofWrite(deleted, refused);
        }
    }

    /// Removes the row, and with it what only describes it; ends the request with 409 while another object needs it.
    public void purge(Class<? extends TenantEntity> type, UUID id) {
        TenantEntity deleted = find(type, id);
        try {
            entities.remove(deleted);
            entities.flush();
        } catch (ConstraintViolationException refused) {
            throw Refusals.ofPurge(deleted, refused);
        }
        events.publishEvent(new Purged(type, id));
    }

    private TenantEntity find(Class<? extends TenantEntity> type, UUID id) {
        entities.unwrap(Session.class).disableFilter(TenantEntity.LIVING);
        TenantEntity found = entities.find(type, id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw Resources.notFound(type, id).exception();
        }
        if (!found.isDeleted()) {
            throw Problem.conflict("This " + Resources.displayName(type) + " is not deleted.")
                    .exception();
        }
        return found;
    }
}
