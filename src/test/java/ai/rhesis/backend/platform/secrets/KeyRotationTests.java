package ai.rhesis.backend.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.tenancy.OrganizationWalk;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TestDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.support.TransactionTemplate;

/// Two nodes with two rings: one has the new key first already, the other is the running application.
@IntegrationTest
class KeyRotationTests {

    private static final String NEW = "new:" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

    @Autowired
    Organizations organizations;

    @Autowired
    List<EncryptedColumn> columns;

    @Autowired
    OrganizationWalk organizationWalk;

    @Autowired
    TransactionTemplate transaction;

    @Value("${rhesis.secrets.keys}")
    String old;

    Api api;
    Tenant tenant;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
        tenant = Organizations.tenantOf(api);
    }

    @Test
    void secretsMoveToTheNewKeyAndBackAndStayTheSame() throws SQLException {
        try (FakeModelServer server = FakeModelServer.start()) {
            String path = "/models/" + model("One", server);
            Answer before = api.get(path);
            assertThat(move(NEW, old)).isEqualTo(new RotationCount(1, 0, 0));
            assertThat(keyIds()).containsExactly("new");
            assertThat(move(NEW, old)).isEqualTo(RotationCount.NONE);
            assertThat(api.get(path).headers().getETag())
                    .isEqualTo(before.headers().getETag());
            assertThat(move(old, NEW)).isEqualTo(new RotationCount(1, 0, 0));
            assertThat(api.post(path + "/test", null).at("success").asBoolean()).isTrue();
            assertThat(server.received().getLast().header("Authorization")).isEqualTo("Bearer sk-One");
        }
    }

    @Test
    void deletedModelsMoveToo() throws SQLException {
        api.delete("/models/" + model("Gone", null));
        model("Alive", null);
        assertThat(move(NEW, old).reencrypted()).isEqualTo(2);
        assertThat(keyIds()).containsExactly("new");
    }

    @Test
    void everyRowIsReachedWhenThereAreManyAndSomeAreUnreadable() {
        for (int i = 0; i < 120; i++) {
            model("M" + i, null);
        }
        assertThat(move(NEW)).isEqualTo(new RotationCount(0, 120, 0));
        assertThat(move(NEW, old)).isEqualTo(new RotationCount(120, 0, 0));
    }

    @Test
    void keySavedMeanwhileIsNotOverwritten() {
        String id = model("One", null);
        EncryptedColumn column = columns.stream()
                .filter(one -> one.name().equals("model.encrypted_key"))
                .findFirst()
                .orElseThrow();
        EncryptedColumn.Row stale =
                inTenant(() -> column.notUnder("new", new UUID(0, 0), 10)).getFirst();
        api.put("/models/" + id, Map.of("key", "sk-newer"));
        assertThat(inTenant(() -> column.replace(stale.id(), stale.ciphertext(), "new:xyz")))
                .isZero();
    }

    @Test
    void otherOrganizationIsLeftAlone() throws SQLException {
        model("Mine", null);
        Api other = organizations.create();
        other.create("/models", Map.of("name", "Theirs", "provider", "openai", "model_name", "m", "key", "sk"));
        move(NEW, old);
        assertThat(keyIds()).containsExactly("new");
        assertThat(keyIds(Organizations.tenantOf(other))).containsExactly("test");
    }

    @Test
    void allOrganizationsAreEnteredButTheInactive() throws SQLException {
        model("One", null);
        Api closed = organizations.create();
        Tenant inactive = Organizations.tenantOf(closed);
        closed.create("/models", Map.of("name", "Theirs", "provider", "openai", "model_name", "m", "key", "sk"));
        closed.delete("/organizations/" + inactive.organizationId());
        try {
            new KeyRotation(ring(NEW, old), organizationWalk, reencryption(NEW, old)).everywhere();
            assertThat(keyIds()).containsExactly("new");
            assertThat(keyIds(inactive)).containsExactly("test");
            assertThat(rows("select key_id from app.key_in_use")).contains("new", "test");
        } finally {
            new KeyRotation(ring(old, NEW), organizationWalk, reencryption(old, NEW)).everywhere();
        }
        assertThat(keyIds()).containsExactly("test");
    }

    @Test
    void anOrganizationThatFailsIsLeftOutAndTheOthersGoOn() {
        Tenant other = Organizations.tenantOf(organizations.create());
        Set<Tenant> entered = new HashSet<>();
        Reencryption failing = new Reencryption(ring(NEW, old), List.of(new FailingColumn(entered)), transaction);

        RotationCount count = new KeyRotation(ring(NEW, old), organizationWalk, failing).everywhere();

        assertThat(entered).contains(tenant, other);
        assertThat(count.closed()).isGreaterThanOrEqualTo(entered.size());
    }

    @Test
    void everyEncryptedColumnIsMovedAndShownToTheOperator() throws SQLException {
        List<String> encrypted = rows("""
                select table_name || '.' || column_name
                from information_schema.columns
                where table_schema = 'app' and column_name like 'encrypted\\_%'
                  and table_name in (select tablename from pg_tables where schemaname = 'app')
                """);
        assertThat(columns).extracting(EncryptedColumn::name).containsExactlyInAnyOrderElementsOf(encrypted);
        String view = rows("select pg_get_viewdef('app.key_in_use'::regclass)").getFirst();
        assertThat(encrypted).allSatisfy(column -> assertThat(view).contains("'" + column + "'"));
    }

    private String model(String name, @Nullable FakeModelServer server) {
        return api.create(
                "/models",
                Map.of(
                        "name",
                        name,
                        "provider",
                        "openai",
                        "model_name",
                        "m",
                        "key",
                        "sk-" + name,
                        "endpoint",
                        server == null ? "https://api.example.com/v1" : server.url()));
    }

    private RotationCount move(String... keys) {
        return reencryption(keys).of(tenant);
    }

    private Reencryption reencryption(String... keys) {
        return new Reencryption(ring(keys), columns, transaction);
    }

    private static KeyRing ring(String... keys) {
        return new KeyRing(List.of(keys));
    }

    private <T> T inTenant(Supplier<T> work) {
        return tenant.call(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private List<String> keyIds() throws SQLException {
        return keyIds(tenant);
    }

    private static List<String> keyIds(Tenant tenant) throws SQLException {
        return rows("select distinct split_part(encrypted_key, ':', 1) from app.model where organization_id = '"
                + tenant.organizationId() + "'");
    }

    private static List<String> rows(String query) throws SQLException {
        TestDatabase database = TestDatabase.shared();
        try (var connection = database.connect(database.migrator());
                ResultSet result = connection.createStatement().executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    /// A column whose table is locked in every organization.
    private record FailingColumn(Set<Tenant> entered) implements EncryptedColumn {

        @Override
        public String name() {
            return "model.locked";
        }

        @Override
        public List<Row> notUnder(String keyId, UUID after, int limit) {
            entered.add(Tenant.current());
            throw new QueryTimeoutException("canceling statement due to lock timeout");
        }

        @Override
        public int replace(UUID id, String before, String replacement) {
            return 0;
        }
    }
}
