package ai.rhesis.backend.platform.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.platform.tenancy.TenancyCheck;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

@IntegrationTest
class TicketQueueTests {

    @Autowired
    TicketQueue queue;

    @Autowired
    TransactionOperations transactions;

    private final TestDatabase database = TestDatabase.shared();

    @Test
    void aTicketIsPutWithTheTransactionOrNotAtAll() throws SQLException {
        Ticket ticket = new Ticket(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 0);

        transactions.execute(status -> {
            queue.put("ticket", ticket, Duration.ofDays(1));
            status.setRollbackOnly();
            return ticket;
        });
        assertThat(countOf(ticket)).isZero();

        transactions.execute(status -> {
            queue.put("ticket", ticket, Duration.ofDays(1));
            return ticket;
        });
        assertThat(countOf(ticket)).isEqualTo(1);
        assertThatThrownBy(() -> queue.put("ticket", ticket, Duration.ZERO))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aTicketHoldsIdsAndReadsThemBack() {
        Ticket ticket = new Ticket(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 3);

        assertThat(Ticket.of(ticket.bytes())).isEqualTo(ticket);
        assertThat(ticket.bytes()).hasSizeLessThan(256);
        assertThat(ticket.waited(true).waits()).isEqualTo(4);
        assertThat(ticket.waited(false).waits()).isZero();
        assertThat(ticket.tenant()).isEqualTo(new Tenant(ticket.organizationId(), ticket.userId()));
    }

    @Test
    void theRoleOfTheQueueReachesNothingElse() throws SQLException {
        try (Connection connection = database.connect(database.queue());
                Statement statement = connection.createStatement()) {
            statement.executeQuery("select count(*) from queue.scheduled_tasks").close();
            for (String refused : new String[] {
                "select 1 from app.prompt",
                "select app.current_organization()",
                "select set_config('app.current_organization', '', true)",
                "create table queue.mine (id int)"
            }) {
                assertThatThrownBy(() -> statement.execute(refused))
                        .as(refused)
                        .extracting("SQLState")
                        .isEqualTo("42501");
            }
        }
    }

    @Test
    void aRoleThatCouldReachTenantsIsRefusedAtTheStart() {
        TenancyCheck.require(
                pool(database.queue().role(), database.queue().password()), TenancyCheck.ROLE, "db/checks/queue.sql");

        assertThatThrownBy(() -> TenancyCheck.require(
                        pool(database.runtime().role(), database.runtime().password()),
                        TenancyCheck.ROLE,
                        "db/checks/queue.sql"))
                .hasMessageContaining("R06 the role of the queue reaches what belongs to organizations: schema app")
                .hasMessageContaining("app.api_token");
        assertThatThrownBy(() -> TenancyCheck.require(
                        pool(database.migrator().role(), database.migrator().password()), TenancyCheck.ROLE))
                .hasMessageContaining("R02");
    }

    private DriverManagerDataSource pool(String role, String password) {
        return new DriverManagerDataSource(database.jdbcUrl(), role, password);
    }

    private long countOf(Ticket ticket) throws SQLException {
        String query = "select count(*) from queue.scheduled_tasks where position('%s'::bytea in task_data) > 0";
        try (Connection connection = database.connect(database.migrator());
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(query.formatted(ticket.subjectId()))) {
            row.next();
            return row.getLong(1);
        }
    }
}
