package ai.rhesis.backend.platform.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class OversizedResultTests {

    private static final long ROW = 1_000_000;

    @Autowired
    Organizations organizations;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Problems problems;

    @Test
    void resultAboveItsShareOfTheHeapIsRefusedWithAdvice() {
        Tenant tenant = Organizations.tenantOf(organizations.create());
        long rows = Runtime.getRuntime().maxMemory() / 20 / ROW + 1;

        JpaSystemException refused =
                catchThrowableOfType(JpaSystemException.class, () -> tenant.call(() -> read(rows)));
        ResponseEntity<Problem> told = problems.connectionLost(refused);

        assertThat(told.getStatusCode().value()).isEqualTo(503);
        assertThat(told.getBody()).extracting(Problem::detail).asString().contains("smaller limit");
        assertThat(tenant.<Integer, RuntimeException>call(() -> read(1))).isOne();
    }

    private Integer read(long rows) {
        return transaction.execute(status -> database.sql("select repeat('x', 1000000) from generate_series(1, :rows)")
                .param("rows", rows)
                .query(String.class)
                .list()
                .size());
    }
}
