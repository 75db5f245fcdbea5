package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.integration.chat.TestContext;
import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.run.start.Scripts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The items of runs, as nodes take them and hand them back. Who takes some holds a lease on them.
@Repository
class WorkQueries {

    /// Passes by what others are taking at this moment, and takes over what was not renewed in time.
    private static final String TAKE = """
            with open as (
                select i.id
                from app.test_run_item i
                where i.test_run_id = :runId and i.state <> 'Done'
                  and (i.state = 'Waiting' or i.leased_until < now())
                  and exists (select 1 from app.test_run r where r.id = :runId and r.state = 'Progress')
                order by i.position
                limit :limit
                for update skip locked),
            taken as (
                update app.test_run_item i
                set state = 'Taken', leased_by = :node, leased_until = now() + interval '20 seconds'
                from open
                where i.id = open.id
                returning i.*)
            select t.id, t.input, t.expected, t.script, t.context, t.metric_ids, r.test_output, r.latency_millis, r.input_tokens,
                   r.output_tokens, r.cost_micros, r.error, r.id as stored,
                   t.test_run_id, coalesce(t.test_id, t.tested_id) as test_id,
                   (select c.test_configuration_id from app.test_run c where c.id = :runId) as test_configuration_id
            from taken t
            left join lateral (
                select r.* from app.test_result r where r.id = t.source_result_id limit 1) r on true
            order by t.position
            """;
    /// Passes by what is being written at this moment: two that lock many rows would wait for each other for ever.
    private static final String RENEW = """
            with held as (
                select i.id
                from app.test_run_item i
                where i.test_run_id = :runId and i.state = 'Taken' and i.leased_by = :node
                  and i.leased_until < now() + interval '12 seconds'
                for update skip locked)
            update app.test_run_item i
            set leased_until = now() + interval '20 seconds'
            from held
            where i.id = held.id
            """;
    private static final String RELEASE = """
            update app.test_run_item
            set state = 'Waiting', leased_by = null, leased_until = null
            where test_run_id = :runId and state = 'Taken' and leased_by = :node
            """;
    private static final String OPEN = """
            select id
            from app.test_run_item
            where test_run_id = :runId and state <> 'Done'
            order by position
            limit 1000
            """;

    private static final String HELD_BY_OTHERS = """
            select exists (
                select 1
                from app.test_run_item
                where test_run_id = :runId and state = 'Taken' and leased_by <> :node and leased_until >= now())
            """;

    private final JdbcClient database;
    private final JsonMapper json;
    private final Scripts scripts;

    WorkQueries(JdbcClient database, JsonMapper json, Scripts scripts) {
        this.database = database;
        this.json = json;
        this.scripts = scripts;
    }

    /// Takes up to `limit` items of a run in progress.
    List<Item> take(UUID runId, UUID node, int limit) {
        return database.sql(TAKE)
                .param("runId", runId)
                .param("node", node)
                .param("limit", limit)
                .query((row, number) -> item(row))
                .list();
    }

    /// Tells whether another node holds items of a run under a lease.
    boolean isHeldByOthers(UUID runId, UUID node) {
        return database.sql(HELD_BY_OTHERS)
                .param("runId", runId)
                .param("node", node)
                .query(Boolean.class)
                .single();
    }

    void renew(UUID runId, UUID node) {
        database.sql(RENEW).param("runId", runId).param("node", node).update();
    }

    void release(UUID runId, UUID node) {
        database.sql(RELEASE).param("runId", runId).param("node", node).update();
    }

    /// Returns the first of the items that are not done, whoever has them.
    List<UUID> open(UUID runId) {
        return database.sql(OPEN).param("runId", runId).query(UUID.class).list();
    }

    private Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("input"),
                row.getString("expected"),
                scripts.read(row.getString("script")),
                context(row.getString("context")),
                List.of((UUID[]) row.getArray("metric_ids").getArray()),
                row.getObject("stored") == null ? null : stored(row),
                ItemFiles.NONE,
                new TestContext(
                        row.getObject("test_run_id", UUID.class),
                        row.getObject("test_id", UUID.class),
                        row.getObject("test_configuration_id", UUID.class),
                        BaseEntity.newId()));
    }

    private @Nullable JsonNode context(@Nullable String written) {
        return written == null ? null : json.readTree(written);
    }

    private Item.Stored stored(ResultSet row) throws SQLException {
        String output = row.getString("test_output");
        return new Item.Stored(
                output == null ? null : json.readTree(output),
                row.getLong("latency_millis"),
                new Usage(
                        row.getObject("input_tokens", Integer.class),
                        row.getObject("output_tokens", Integer.class),
                        row.getObject("cost_micros", Long.class)),
                row.getString("error"));
    }
}
