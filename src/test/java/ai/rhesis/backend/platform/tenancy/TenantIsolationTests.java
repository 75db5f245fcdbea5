package ai.rhesis.backend.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/// Tries to make one request see another's tenant: by failing at the worst moments, and by crowding.
@IntegrationTest
class TenantIsolationTests {

    private static final int THREADS = 64;
    private static final int ORGANIZATIONS = 20;
    private static final int REQUESTS_PER_THREAD = 20;

    @Autowired
    Organizations organizations;

    @Autowired
    DataSource pool;

    @Autowired
    TransactionOperations transactions;

    @Test
    void aFailingBeginLeaksNoConnectionAndNoTenant() throws SQLException {
        Api api = organizations.create();
        Tenant stranger = new Tenant(
                UUID.fromString(String.valueOf(api.get("/tokens/current").text("organization_id"))), UUID.randomUUID());
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> stranger.call(() -> transactions.execute(status -> "opened")))
                    .isInstanceOf(NotAMemberException.class);
        }
        HikariDataSource hikari = pool.unwrap(HikariDataSource.class);
        assertThat(hikari.getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(Tenant.isBound()).isFalse();
        assertThat(api.get("/prompts").status()).isEqualTo(200);
    }

    @Test
    void aTenantIsNeverChangedInsideAnother() {
        Tenant outer = new Tenant(UUID.randomUUID(), UUID.randomUUID());
        Tenant inner = new Tenant(UUID.randomUUID(), UUID.randomUUID());
        assertThatThrownBy(() -> outer.call(() -> inner.call(() -> "changed")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sqlOutsideATransactionIsRefused() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThatThrownBy(() -> connection.prepareStatement("select 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("outside a transaction");
        }
    }

    @Test
    void noForeignRowUnderACrowd() throws InterruptedException, ExecutionException {
        List<Api> tenants = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < ORGANIZATIONS; i++) {
            Api api = organizations.create();
            String mark = UUID.randomUUID().toString();
            api.create("/prompts", Map.of("content", mark));
            tenants.add(api);
            marks.add(mark);
        }
        List<Future<Set<String>>> seen = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                int tenant = thread % ORGANIZATIONS;
                seen.add(crowd.submit(() -> contentsSeen(tenants.get(tenant))));
            }
            for (int thread = 0; thread < THREADS; thread++) {
                assertThat(seen.get(thread).get()).containsExactly(marks.get(thread % ORGANIZATIONS));
            }
        }
    }

    /// Every tenth request fails after its transaction began.
    private static Set<String> contentsSeen(Api api) {
        Set<String> contents = new java.util.HashSet<>();
        for (int i = 0; i < REQUESTS_PER_THREAD; i++) {
            if (i % 10 == 9) {
                assertThat(api.post("/prompts", Map.of("content", "x", "topic_id", UUID.randomUUID()))
                                .status())
                        .isEqualTo(422);
            } else {
                Answer list = api.get("/prompts");
                assertThat(list.status()).isEqualTo(200);
                contents.addAll(list.texts("content"));
            }
        }
        return contents;
    }
}
