package ai.rhesis.backend.platform.persistence;

import ai.rhesis.backend.platform.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;

/// The translation of refusals by the database into the client's words. A refusal without a translation is a bug and
/// stays as it was.
public final class Refusals {

    private static final Pattern FOREIGN_KEY = Pattern.compile("(.+?)_organization_id_(.+)_fkey");

    private static final String BROKEN_KEY = "23503";

    private Refusals() {}

    /// Tells whether a row was refused because another has its key.
    public static boolean isTaken(DataIntegrityViolationException failure) {
        return failure.getCause() instanceof ConstraintViolationException refusal
                && refusal.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE;
    }

    static RuntimeException ofWrite(BaseEntity entity, ConstraintViolationException refusal) {
        boolean taken = refusal.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE;
        return taken && entity instanceof TenantEntity object ? TakenException.by(object, refusal) : refusal;
    }

    static RuntimeException ofPurge(BaseEntity entity, ConstraintViolationException refusal) {
        Matcher key = FOREIGN_KEY.matcher(String.valueOf(refusal.getConstraintName()));
        String user = key.matches() ? key.group(1) : "another";
        return Problem.conflict("This " + Resources.displayName(entity.getClass()) + " is still used by a "
                        + user.replace('_', ' ') + ", deleted ones included")
                .exception();
    }

    /// Describes a reference to nothing of this organization as a broken field; null when something else was
    /// refused.
    public static @Nullable Problem unknownReference(DataIntegrityViolationException failure) {
        Matcher key = FOREIGN_KEY.matcher(String.valueOf(brokenKey(failure.getCause())));
        return key.matches() ? Problem.invalid(key.group(2), "does not exist") : null;
    }

    /// Names the foreign key that a statement of Hibernate or of our own breaks; null for another refusal.
    private static @Nullable String brokenKey(@Nullable Throwable refusal) {
        return switch (refusal) {
            case ConstraintViolationException byHibernate
            when byHibernate.getKind() == ConstraintViolationException.ConstraintKind.FOREIGN_KEY ->
                byHibernate.getConstraintName();
            case PSQLException own
            when BROKEN_KEY.equals(own.getSQLState()) && own.getServerErrorMessage() != null ->
                own.getServerErrorMessage().getConstraint();
            case null, default -> null;
        };
    }
}
