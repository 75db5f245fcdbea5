package ai.rhesis.backend.run.worker;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The slots of those who call a target: how many calls each may have in flight.
@Repository
class SlotQueries {

    static final int LEASE_SECONDS = 10;

    // held for the rest of a short transaction; the organization is part of the key, so that nobody waits for another's
    private static final String LOCK = """
            select pg_advisory_xact_lock(
                hashtextextended((select app.current_organization())::text || cast(:targetId as text), 0))
            """;
    private static final String OTHERS = """
            select test_run_id, node_id, most_of_run, wanted, slots
            from app.target_slot
            where target_id = :targetId and expires_at > now() and not (test_run_id = :runId and node_id = :nodeId)
            """;
    private static final String KEEP = """
            insert into app.target_slot (target_id, test_run_id, node_id, most_of_run, wanted, slots, expires_at)
            values (:targetId, :runId, :nodeId, :maxOfRun, :wanted, :slots,
                    clock_timestamp() + make_interval(secs => :lease))
            on conflict (organization_id, target_id, test_run_id, node_id) do update
            set wanted = excluded.wanted, slots = excluded.slots, expires_at = excluded.expires_at
            """;
    private static final String PAUSE = """
            update app.target_slot
            set paused_until = greatest(paused_until, clock_timestamp() + make_interval(secs => :seconds))
            where target_id = :targetId and test_run_id = :runId and node_id = :nodeId
            """;
    private static final String PAUSE_LEFT = """
            select greatest(0, extract(epoch from max(paused_until) - clock_timestamp()))
            from app.target_slot
            where target_id = :targetId and paused_until is not null
            """;
    private static final String CLEAR = """
            delete from app.target_slot
            where (organization_id, target_id, test_run_id, node_id) in (
                select organization_id, target_id, test_run_id, node_id
                from app.target_slot
                where target_id = :targetId and expires_at < now() - interval '1 day'
                limit 100
                for update skip locked)
            """;

    private final JdbcClient database;

    SlotQueries(JdbcClient database) {
        this.database = database;
    }

    /// Finds and locks the runs that call the target besides `mine`, until the transaction ends.
    List<SlotShares.Holder> lockOthers(UUID targetId, UUID runId, UUID nodeId) {
        database.sql(LOCK).param("targetId", targetId).query(row -> {});
        return database.sql(OTHERS)
                .param("targetId", targetId)
                .param("runId", runId)
                .param("nodeId", nodeId)
                .query((row, number) -> new SlotShares.Holder(
                        row.getObject("test_run_id", UUID.class),
                        row.getObject("node_id", UUID.class),
                        row.getInt("most_of_run"),
                        row.getInt("wanted"),
                        row.getInt("slots")))
                .list();
    }

    void keep(UUID targetId, SlotShares.Holder holder, int slots, int leaseSeconds) {
        database.sql(KEEP)
                .param("targetId", targetId)
                .param("runId", holder.runId())
                .param("nodeId", holder.nodeId())
                .param("maxOfRun", holder.maxOfRun())
                .param("wanted", holder.wanted())
                .param("slots", slots)
                .param("lease", leaseSeconds)
                .update();
    }

    /// Keeps all who call the target from calling it for a time.
    void pause(UUID targetId, UUID runId, UUID nodeId, Duration pause) {
        database.sql(PAUSE)
                .param("targetId", targetId)
                .param("runId", runId)
                .param("nodeId", nodeId)
                .param("seconds", pause.toMillis() / 1000.0)
                .update();
    }

    /// Finds the time for which nobody is to call the target; zero when it may be called.
    Duration pause(UUID targetId) {
        Double seconds = database.sql(PAUSE_LEFT)
                .param("targetId", targetId)
                .query(Double.class)
                .single();
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /// Forgets who called the target long ago.
    void clear(UUID targetId) {
        database.sql(CLEAR).param("targetId", targetId).update();
    }
}
