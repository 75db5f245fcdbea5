package ai.rhesis.backend.trace.call;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of conversations and their traces. A conversation is known by its hash, because its id is of any length.
@Repository
class ConversationTraceQueries {

    private static final String FIND = """
            select trace_id
            from app.conversation_trace
            where endpoint_id = :endpointId and conversation_hash = :hash
            """;
    private static final String KEEP = """
            insert into app.conversation_trace (endpoint_id, conversation_hash, trace_id)
            values (:endpointId, :hash, :traceId)
            on conflict (organization_id, endpoint_id, conversation_hash) do update
            set trace_id = excluded.trace_id, created_at = now()
            where conversation_trace.trace_id <> excluded.trace_id
            """;
    private static final String FORGET = """
            delete from app.conversation_trace c
            using (
                select endpoint_id, conversation_hash
                from app.conversation_trace
                where created_at < now() - interval '30 days'
                order by created_at
                limit 10
                for update skip locked) old
            where c.endpoint_id = old.endpoint_id and c.conversation_hash = old.conversation_hash
            """;

    private final JdbcClient database;

    ConversationTraceQueries(JdbcClient database) {
        this.database = database;
    }

    byte @Nullable [] find(UUID endpointId, byte[] hash) {
        return database.sql(FIND)
                .param("endpointId", endpointId)
                .param("hash", hash)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElse(null);
    }

    /// @return whether the conversation had another trace before, or none
    boolean keep(UUID endpointId, byte[] hash, byte[] traceId) {
        return database.sql(KEEP)
                        .param("endpointId", endpointId)
                        .param("hash", hash)
                        .param("traceId", traceId)
                        .update()
                == 1;
    }

    void forget() {
        database.sql(FORGET).update();
    }
}
