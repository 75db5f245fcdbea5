package ai.rhesis.backend.tenancy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.Session;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.TransactionDefinition;

/// Opens the tenant at the begin of every transaction, in one statement.
///
/// It is here, and not in a transaction listener, because a begin that fails here is undone completely: after a failed
/// listener the transaction would stay on the thread for the next request.
class TenantDialect extends HibernateJpaDialect {

    private static final String NOT_A_MEMBER = "RL003";

    @Override
    public Object beginTransaction(EntityManager entityManager, TransactionDefinition definition)
            throws PersistenceException, SQLException {
        Object transaction = super.beginTransaction(entityManager, definition);
        if (Tenant.isBound()) {
            try {
                entityManager.unwrap(Session.class).doWork(connection -> open(connection, Tenant.current()));
            } catch (RuntimeException failure) {
                undo(entityManager, transaction, failure);
                throw refusal(failure);
            }
        }
        return transaction;
    }

    private static void open(Connection connection, Tenant tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select app.begin_request(?, ?)")) {
            statement.setObject(1, tenant.organizationId());
            statement.setObject(2, tenant.userId());
            statement.execute();
        }
    }

    private void undo(EntityManager entityManager, Object transaction, RuntimeException failure) {
        try {
            entityManager.getTransaction().rollback();
            cleanupTransaction(transaction);
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    private static RuntimeException refusal(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && NOT_A_MEMBER.equals(sql.getSQLState())) {
                return new NotAMemberException(failure);
            }
        }
        return failure;
    }
}
