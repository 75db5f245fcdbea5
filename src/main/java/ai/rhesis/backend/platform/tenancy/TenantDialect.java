package ai.rhesis.backend.platform.tenancy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.hibernate.Session;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.TransactionDefinition;

/// The JPA dialect that opens the tenant at the begin of every transaction, in one statement.
///
/// It is here, and not in a transaction listener, because a begin that fails here is undone completely: after a failed
/// listener the transaction would stay on the thread for the next request.
class TenantDialect extends HibernateJpaDialect {

    private static final String NOT_A_MEMBER = "RL003";
    private static final String NO_SUCH_PROJECT = "RL004";

    @Override
    public Object beginTransaction(EntityManager entityManager, TransactionDefinition definition)
            throws PersistenceException, SQLException {
        Object transaction = super.beginTransaction(entityManager, definition);
        if (Tenant.isBound()) {
            try {
                open(entityManager.unwrap(Session.class), Tenant.current());
            } catch (RuntimeException failure) {
                undo(entityManager, transaction, failure);
                throw refusal(failure);
            }
        }
        return transaction;
    }

    private static void open(Session session, Tenant tenant) {
        session.doWork(connection -> open(connection, tenant));
        if (tenant.projectId() != null) {
            session.enableFilter(Tenant.PROJECT_SCOPE).setParameter(Tenant.PROJECT_SCOPE, tenant.projectId());
        }
    }

    private static void open(Connection connection, Tenant tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select app.begin_request(?, ?, ?)")) {
            statement.setObject(1, tenant.organizationId());
            statement.setObject(2, tenant.userId());
            statement.setObject(3, tenant.projectId(), Types.OTHER);
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
            String state = cause instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
            if (state.equals(NOT_A_MEMBER)) {
                return new NotAMemberException(failure);
            }
            if (state.equals(NO_SUCH_PROJECT)) {
                return new UnknownProjectException(failure);
            }
        }
        return failure;
    }
}
