package ai.rhesis.backend.platform.persistence;

import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// The refusal of an object whose natural key or id another living object of the organization has.
public final class TakenException extends RuntimeException {

    private final Class<? extends TenantEntity> type;
    private final transient Map<String, @Nullable Object> key;

    private TakenException(Class<? extends TenantEntity> type, Map<String, @Nullable Object> key, Throwable cause) {
        super(type.getSimpleName() + " already exists", cause);
        this.type = type;
        this.key = key;
    }

    static TakenException by(TenantEntity entity, ConstraintViolationException refusal) {
        String constraint = String.valueOf(refusal.getConstraintName());
        Map<String, @Nullable Object> key =
                constraint.endsWith("_pkey") ? Map.of("id", entity.getId()) : entity.naturalKey(constraint);
        return new TakenException(entity.getClass(), key, refusal);
    }

    Class<? extends TenantEntity> type() {
        return type;
    }

    /// Returns the taken values by attribute, the most telling one first.
    Map<String, @Nullable Object> key() {
        return key;
    }
}
