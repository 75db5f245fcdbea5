package ai.rhesis.backend.persistence;

import ai.rhesis.backend.problem.Problem;
import ai.rhesis.backend.query.Fields;
import ai.rhesis.backend.query.ListRequest;
import ai.rhesis.backend.query.Listing;
import ai.rhesis.backend.query.Restriction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;

/// The one implementation behind all repositories of an organization's objects.
public class TenantRecords<T extends BaseEntity> extends SimpleJpaRepository<T, UUID> implements TenantRepository<T> {

    private static final String DELETED_AT = "deletedAt";

    private final EntityManager entities;
    private final Class<T> type;

    public TenantRecords(JpaEntityInformation<T, ?> information, EntityManager entities) {
        super(information, entities);
        this.entities = entities;
        this.type = information.getJavaType();
    }

    @Override
    public T get(UUID id) {
        return find(id, LockModeType.NONE);
    }

    @Override
    public T getForUpdate(UUID id) {
        return find(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private T find(UUID id, LockModeType lock) {
        T found = showsDeleted() ? withDeleted(id, lock) : entities.find(type, id, lock);
        if (found == null || isDeleted(found) != showsDeleted()) {
            throw missing(id).exception();
        }
        return found;
    }

    private Problem missing(UUID id) {
        T deleted = showsDeleted() ? null : withDeleted(id, LockModeType.NONE);
        return deleted instanceof TenantEntity gone
                ? Resources.gone(type, id, gone.getName())
                : Resources.notFound(type, id);
    }

    private @Nullable T withDeleted(UUID id, LockModeType lock) {
        showDeletedInThisTransaction();
        return entities.find(type, id, lock);
    }

    private void showDeletedInThisTransaction() {
        entities.unwrap(Session.class).disableFilter(TenantEntity.LIVING);
    }

    private boolean showsDeleted() {
        return RecycleBin.isOpen() && TenantEntity.class.isAssignableFrom(type);
    }

    private static boolean isDeleted(Object found) {
        return found instanceof TenantEntity entity && entity.isDeleted();
    }

    @Override
    public <S extends T> S save(S entity) {
        try {
            if (entity.isNew()) {
                entities.persist(entity);
            }
            entities.flush();
            return entity;
        } catch (ConstraintViolationException refused) {
            throw Refusals.ofWrite(entity, refused);
        }
    }

    @Override
    public Listing<T> list(ListRequest request, Fields fields, Restriction<T> restriction) {
        return page(type, root -> root, request, fields, restriction);
    }

    @Override
    public Listing<UUID> listIds(ListRequest request, Fields fields, Restriction<T> restriction) {
        return page(UUID.class, root -> root.get("id"), request, fields, restriction);
    }

    private <R> Listing<R> page(
            Class<R> result,
            Function<Root<T>, Selection<R>> selection,
            ListRequest request,
            Fields fields,
            Restriction<T> restriction) {
        if (showsDeleted()) {
            showDeletedInThisTransaction();
        }
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<R> query = builder.createQuery(result);
        Root<T> root = query.from(type);
        query.select(selection.apply(root)).where(conditions(root, query, builder, restriction));
        if (query.getOrderList().isEmpty() || request.sortBy() != null) {
            query.orderBy(order(root, builder, request, fields));
        }
        int limit = fields.limit(request);
        List<R> items = entities.createQuery(query)
                .setFirstResult(request.skip())
                .setMaxResults(limit)
                .getResultList();
        return new Listing<>(items, total(items.size(), request.skip(), limit, restriction));
    }

    /// A page that is not full ends the list, so its total needs no second query.
    private long total(int size, int skip, int limit, Restriction<T> restriction) {
        boolean endsHere = size < limit && (size > 0 || skip == 0);
        return endsHere ? skip + size : count(restriction);
    }

    private long count(Restriction<T> restriction) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        Root<T> root = query.from(type);
        query.select(builder.count(root)).where(conditions(root, query, builder, restriction));
        query.orderBy();
        return entities.createQuery(query).getSingleResult();
    }

    private Predicate conditions(
            Root<T> root, CriteriaQuery<?> query, CriteriaBuilder builder, Restriction<T> restriction) {
        Predicate condition = restriction.on(root, query, builder);
        return showsDeleted() ? builder.and(condition, builder.isNotNull(root.get(DELETED_AT))) : condition;
    }

    private static List<Order> order(Root<?> root, CriteriaBuilder builder, ListRequest request, Fields fields) {
        Path<?> by = root.get(fields.sortAttribute(request.sortBy()));
        Path<?> id = root.get("id");
        return request.ascending()
                ? List.of(builder.asc(by), builder.asc(id))
                : List.of(builder.desc(by), builder.desc(id));
    }
}
