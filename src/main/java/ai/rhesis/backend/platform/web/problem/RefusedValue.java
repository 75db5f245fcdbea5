package ai.rhesis.backend.platform.web.problem;

import ai.rhesis.backend.platform.problem.Problem;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value that passes the rules here but not those of PostgreSQL.
final class RefusedValue {

    private static final Map<String, String> MESSAGES_BY_SQL_STATE = Map.of(
            "22021", "holds a character that can't be stored, such as NUL",
            "22P05", "holds a character that can't be stored, such as NUL",
            "22003", "holds a number that can't be stored",
            "54000", "holds a value that is too long",
            "54001", "is nested too deeply");

    private RefusedValue() {}

    /// Describes the value for which the database refused a statement; null when it failed for another reason.
    static @Nullable Problem problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String message = MESSAGES_BY_SQL_STATE.get(sql.getSQLState());
                return message == null ? null : Problem.invalid("", message);
            }
        }
        return null;
    }
}
