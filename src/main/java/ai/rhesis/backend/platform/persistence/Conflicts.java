package ai.rhesis.backend.platform.persistence;

import ai.rhesis.backend.platform.problem.Problem;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The explanation of refused writes by the caller's own object that stands in the way.
@Component
public class Conflicts {

    private final EntityManager entities;

    Conflicts(EntityManager entities) {
        this.entities = entities;
    }

    /// Creates a 409 that names the field and the existing object. It runs in a transaction of its own, because the
    /// first is lost.
    @Transactional(readOnly = true)
    public Problem explain(TakenException taken) {
        String field = taken.key().keySet().stream()
                .findFirst()
                .orElse("id")
                .replace("Key", "")
                .replaceAll("(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
        String detail = "A living " + Resources.displayName(taken.type()) + " with this " + field + " already exists";
        return Problem.conflict(field, detail, existing(taken));
    }

    private @Nullable UUID existing(TakenException taken) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<UUID> query = builder.createQuery(UUID.class);
        Root<? extends TenantEntity> root = query.from(taken.type());
        Predicate[] conditions = taken.key().entrySet().stream()
                .map(part -> part.getValue() == null
                        ? builder.isNull(root.get(part.getKey()))
                        : builder.equal(root.get(part.getKey()), part.getValue()))
                .toArray(Predicate[]::new);
        query.select(root.get("id")).where(conditions);
        return entities.createQuery(query)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
