package ai.rhesis.backend.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;

/// The database ends a connection in the middle of a request, as it does when it is restarted.
@IntegrationTest
class LostConnectionApiTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Autowired
    Organizations organizations;

    @Test
    void aLostConnectionIsToBeTriedAgain() throws Exception {
        Api api = organizations.create();
        String prompt = api.create("/prompts", Map.of("content", "Before"));
        TestDatabase database = TestDatabase.shared();

        try (Connection holder = database.connect(database.superuser());
                Connection killer = database.connect(database.superuser())) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("select from app.prompt where id = '%s' for update".formatted(prompt));
            CompletableFuture<Answer> waiting =
                    CompletableFuture.supplyAsync(() -> api.put("/prompts/" + prompt, Map.of("content", "After")));
            killWhoWaitsFor(holder, killer);

            Answer answer = waiting.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotNull();
        }
        assertThat(api.get("/prompts/" + prompt).text("content")).isEqualTo("Before");
    }

    private static void killWhoWaitsFor(Connection holder, Connection killer) throws SQLException {
        int process = holder.unwrap(PGConnection.class).getBackendPID();
        String kill = """
                select pg_terminate_backend(pid) from pg_stat_activity where %d = any(pg_blocking_pids(pid))
                """.formatted(process);
        long end = System.nanoTime() + TIMEOUT.toNanos();
        try (Statement statement = killer.createStatement()) {
            boolean isKilled = false;
            while (!isKilled && System.nanoTime() < end) {
                try (ResultSet killed = statement.executeQuery(kill)) {
                    isKilled = killed.next();
                }
            }
            assertThat(isKilled).isTrue();
        }
    }
}
