package ai.rhesis.backend.platform.persistence;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.Cursor;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Ordering;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.query.Sort;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
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
                ? Resources.gone(type, id, GoneName.of(gone, entities))
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
        return page(root -> root, request, fields, restriction.and(fields.filter(request)));
    }

    @Override
    public Listing<UUID> listIds(ListRequest request, Fields fields, Restriction<T> restriction) {
        return page(root -> root.get("id"), request, fields, restriction.and(fields.filter(request)));
    }

    private <R> Listing<R> page(
            Function<Root<T>, Selection<R>> selection, ListRequest request, Fields fields, Restriction<T> restriction) {
        if (showsDeleted()) {
            showDeletedInThisTransaction();
        }
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<T> root = query.from(type);
        Predicate condition = conditions(root, query, builder, restriction);
        Ordering order = fields.sort(request).on(root, query, builder);
        Cursor begin = order.sort().cursor(request);
        query.multiselect(selection.apply(root), order.by(), order.id())
                .where(begin == null ? condition : builder.and(condition, order.after(begin)))
                .orderBy(order.orders());
        int limit = fields.limit(request);
        // one row more than asked for tells whether there is another page
        List<Tuple> rows = entities.createQuery(query)
                .setFirstResult(request.skip())
                .setMaxResults(limit + 1)
                .getResultList();
        return listing(Page.of(rows, limit), order.sort(), request, restriction);
    }

    @SuppressWarnings("unchecked")
    private <R> Listing<R> listing(Page page, Sort sort, ListRequest request, Restriction<T> restriction) {
        return new Listing<>(
                page.rows().stream().map(row -> (R) row.get(0)).toList(),
                request.isCounted() ? total(request, page, restriction) : null,
                page.isLast() ? null : cursor(page.rows().getLast()).text(sort));
    }

    private static Cursor cursor(Tuple row) {
        return new Cursor((Comparable<?>) row.get(1), row.get(2, UUID.class));
    }

    /// Returns the total. The last page, counted from the first, tells it without a second query.
    private long total(ListRequest request, Page page, Restriction<T> restriction) {
        int size = page.rows().size();
        boolean isCountedFromTheFirst = page.isLast() && request.cursor() == null && (size > 0 || request.skip() == 0);
        return isCountedFromTheFirst ? request.skip() + size : count(restriction);
    }

    private long count(Restriction<T> restriction) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        Root<T> root = query.from(type);
        query.select(builder.count(root)).where(conditions(root, query, builder, restriction));
        return entities.createQuery(query).getSingleResult();
    }

    private Predicate conditions(
            Root<T> root, CriteriaQuery<?> query, CriteriaBuilder builder, Restriction<T> restriction) {
        Predicate condition = restriction.on(root, query, builder);
        return showsDeleted() ? builder.and(condition, builder.isNotNull(root.get(DELETED_AT))) : condition;
    }

    /// One page of rows.
    private record Page(List<Tuple> rows, boolean isLast) {

        static Page of(List<Tuple> rows, int limit) {
            return new Page(rows.subList(0, Math.min(limit, rows.size())), rows.size() <= limit);
        }
    }
}
