package ai.rhesis.backend.platform.tenancy;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A failure for the log, without values of tenants.
///
/// Messages of the database repeat values of statements, and every layer above repeats those messages. So of a
/// failure that the database caused only the type, the SQL state and the stack trace are logged.
public final class LoggedFailure extends Exception {

    /// The classes of SQL states whose messages speak of connections, resources and locks, and never of values.
    private static final Set<String> WITHOUT_VALUES = Set.of("08", "40", "53", "55", "57");

    private LoggedFailure(Throwable failure) {
        super(kind(failure), failure.getCause() == null ? null : new LoggedFailure(failure.getCause()), false, true);
        setStackTrace(failure.getStackTrace());
    }

    /// Returns the failure to log, with its stack trace.
    public static Throwable of(Throwable failure) {
        return stateBehind(failure) == null ? failure : new LoggedFailure(failure);
    }

    /// Describes a failure in one line of the log.
    public static String words(Throwable failure) {
        String state = stateBehind(failure);
        return state == null
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + ", state " + state;
    }

    private static @Nullable String stateBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state = state(cause);
            if (state != null && !WITHOUT_VALUES.contains(state.substring(0, Math.min(2, state.length())))) {
                return state;
            }
        }
        return null;
    }

    private static @Nullable String state(Throwable failure) {
        return failure instanceof SQLException refusal ? refusal.getSQLState() : null;
    }

    private static String kind(Throwable failure) {
        String state = state(failure);
        String name = failure.getClass().getName();
        return state == null ? name : name + ", state " + state;
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
