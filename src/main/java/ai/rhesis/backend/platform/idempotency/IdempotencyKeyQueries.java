package ai.rhesis.backend.platform.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The keys that the caller used lately.
@Repository
class IdempotencyKeyQueries {

    /// Takes the key when it is new or expired, and for the same request when whoever had it must have died.
    private static final String CLAIM = """
            insert into app.idempotency_key as kept (key, fingerprint, claim)
            values (:key, :fingerprint, :claim)
            on conflict (organization_id, user_id, key) do update
            set fingerprint = excluded.fingerprint,
                claim       = excluded.claim,
                created_at  = excluded.created_at,
                state       = 'started',
                status      = null,
                headers     = null,
                body        = null
            where kept.created_at < now() - interval '24 hours'
               or kept.created_at < now() - interval '5 minutes'
              and kept.state = 'started'
              and kept.fingerprint = excluded.fingerprint
            """;

    private static final String FIND = """
            select fingerprint, status, headers, body,
                   state = 'committed' and created_at < now() - interval '5 minutes' as lost
            from app.idempotency_key
            where user_id = (select app.current_user_id())
              and key = :key
            """;

    private static final String MARK = """
            update app.idempotency_key
            set state = 'committed'
            where user_id = (select app.current_user_id())
              and key = :key
              and claim = :claim
            """;

    private static final String ANSWER = """
            update app.idempotency_key
            set state = 'answered', status = :status, headers = cast(:headers as jsonb), body = :body
            where user_id = (select app.current_user_id())
              and key = :key
              and claim = :claim
            """;

    private static final String RELEASE = """
            delete from app.idempotency_key
            where user_id = (select app.current_user_id())
              and key = :key
              and claim = :claim
              and state = 'started'
            """;

    private static final String CLEAR = """
            delete from app.idempotency_key
            where (organization_id, user_id, key) in (
                select organization_id, user_id, key
                from app.idempotency_key
                where created_at < now() - interval '24 hours'
                order by created_at
                limit 100
                for update skip locked)
            """;

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    IdempotencyKeyQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    boolean claim(Claim claim, byte[] fingerprint) {
        return about(CLAIM, claim).param("fingerprint", fingerprint).update() == 1;
    }

    Optional<IdempotencyKeyView> find(String key) {
        return database.sql(FIND)
                .param("key", key)
                .query((row, number) ->
                        new IdempotencyKeyView(row.getBytes("fingerprint"), row.getBoolean("lost"), answer(row)))
                .optional();
    }

    private @Nullable FirstAnswer answer(ResultSet row) throws SQLException {
        byte[] body = row.getBytes("body");
        return body == null
                ? null
                : new FirstAnswer(row.getInt("status"), json.readValue(row.getString("headers"), HEADERS), body);
    }

    /// Marks the claim as committed; false when another request took the key over.
    boolean mark(Claim claim) {
        return about(MARK, claim).update() == 1;
    }

    void answer(Claim claim, FirstAnswer answer) {
        about(ANSWER, claim)
                .param("status", answer.status())
                .param("headers", json.writeValueAsString(answer.headers()))
                .param("body", answer.body())
                .update();
    }

    /// Releases the key; false when work was committed under the claim, so that the key must stay.
    boolean release(Claim claim) {
        return about(RELEASE, claim).update() == 1;
    }

    /// Removes some expired keys of the organization: more than are made, so that they don't pile up.
    void clear() {
        database.sql(CLEAR).update();
    }

    private JdbcClient.StatementSpec about(String sql, Claim claim) {
        return database.sql(sql).param("key", claim.key()).param("claim", claim.id());
    }
}
