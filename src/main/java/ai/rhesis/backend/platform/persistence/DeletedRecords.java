package ai.rhesis.backend.platform.persistence;

import ai.rhesis.backend.platform.problem.Problem;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The deleted objects, which are restored or removed for good. Living objects are never touched.
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

    /// Brings back those of the objects that are deleted, and returns their ids.
    ///
    /// @throws TakenException about the first of them, when the name of any is taken: then none is back
    public List<UUID> restoreAll(Class<? extends TenantEntity> type, Collection<UUID> ids) {
        List<? extends TenantEntity> deleted = findAll(type, ids);
        deleted.forEach(TenantEntity::restore);
        try {
            entities.flush();
            return deleted.stream().map(TenantEntity::getId).toList();
        } catch (ConstraintViolationException refused) {
            throw Refusals.ofWrite(deleted.getFirst(), refused);
        }
    }

    /// Removes the row, and with it what only describes it; ends the request with 409 while another object needs it.
    public void purge(Class<? extends TenantEntity> type, UUID id) {
        remove(type, List.of(find(type, id)));
    }

    /// Removes the rows of deleted objects, or none where another object needs one of them.
    public void purgeAll(Class<? extends TenantEntity> type, Collection<UUID> ids) {
        remove(type, findAll(type, ids));
    }

    private void remove(Class<? extends TenantEntity> type, List<? extends TenantEntity> deleted) {
        try {
            deleted.forEach(entities::remove);
            entities.flush();
        } catch (ConstraintViolationException refused) {
            throw Refusals.ofPurge(deleted.getFirst(), refused);
        }
        deleted.forEach(object -> events.publishEvent(new Purged(type, object.getId())));
    }

    public long count(Class<? extends TenantEntity> type) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        Root<? extends TenantEntity> root = deletedOf(type, query, builder);
        return entities.createQuery(query.select(builder.count(root))).getSingleResult();
    }

    public List<UUID> ids(Class<? extends TenantEntity> type) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<UUID> query = builder.createQuery(UUID.class);
        Root<? extends TenantEntity> root = deletedOf(type, query, builder);
        return entities.createQuery(query.select(root.get("id")).orderBy(builder.asc(root.get("id"))))
                .getResultList();
    }

    private <T extends TenantEntity> Root<T> deletedOf(Class<T> type, CriteriaQuery<?> query, CriteriaBuilder builder) {
        entities.unwrap(Session.class).disableFilter(TenantEntity.LIVING);
        Root<T> root = query.from(type);
        query.where(builder.isNotNull(root.get("deletedAt")));
        return root;
    }

    /// Finds and locks the objects in the order of their ids, so that two who restore the same wait for each other
    /// instead of both.
    private <T extends TenantEntity> List<T> findAll(Class<T> type, Collection<UUID> ids) {
        entities.unwrap(Session.class).disableFilter(TenantEntity.LIVING);
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<T> query = builder.createQuery(type);
        Root<T> root = query.from(type);
        query.where(root.get("id").in(ids), builder.isNotNull(root.get("deletedAt")))
                .orderBy(builder.asc(root.get("id")));
        return entities.createQuery(query)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
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
