package ai.rhesis.backend.trace.store.retention;

import ai.rhesis.backend.platform.persistence.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The rules of an organization for its traces.
@Repository
@Transactional
public class TraceRuleQueries {

    private static final String FIND = """
            select retention_days, sample_share
            from app.trace_rule
            where project_id is not distinct from cast(:projectId as uuid)
            """;
    private static final String SHARES = """
            select p.id, coalesce(own.sample_share, wide.sample_share) as share
            from unnest(cast(:projectIds as uuid[])) as p (id)
            left join app.trace_rule own on own.project_id = p.id
            left join app.trace_rule wide on wide.project_id is null
            where coalesce(own.sample_share, wide.sample_share) is not null
            """;
    private static final String RETENTIONS = """
            select p.id, coalesce(own.retention_days, wide.retention_days, :otherwise) as days
            from app.project p
            left join app.trace_rule own on own.project_id = p.id
            left join app.trace_rule wide on wide.project_id is null
            where exists (select 1 from app.trace t where t.project_id = p.id)
            order by p.id
            """;
    private static final String SET = """
            insert into app.trace_rule (project_id, retention_days, sample_share)
            values (:projectId, :retentionDays, :sampleShare)
            on conflict (organization_id, project_id) do update
            set retention_days = excluded.retention_days, sample_share = excluded.sample_share,
                updated_at = now(), user_id = app.current_user_id()
            """;

    private final JdbcClient database;

    TraceRuleQueries(JdbcClient database) {
        this.database = database;
    }

    /// @param project null for the rule of the organization
    @Transactional(readOnly = true)
    public Optional<TraceRule> find(@Nullable UUID project) {
        return database.sql(FIND)
                .param("projectId", project)
                .query((row, number) -> rule(row))
                .optional();
    }

    private static TraceRule rule(ResultSet row) throws SQLException {
        return new TraceRule(
                row.getObject("retention_days", Integer.class), row.getObject("sample_share", Double.class));
    }

    /// Reads which shares projects keep.
    @Transactional(readOnly = true)
    public Sampling sampling(Set<UUID> projects) {
        Map<UUID, Double> shares = new HashMap<>();
        database.sql(SHARES)
                .param("projectIds", Columns.uuids(List.copyOf(projects), project -> project))
                .query(row -> {
                    shares.put(row.getObject("id", UUID.class), row.getDouble("share"));
                });
        return new Sampling(shares);
    }

    /// Reads for how many days each project with traces keeps them.
    ///
    /// @param otherwise the days where neither the project nor the organization says any
    @Transactional(readOnly = true)
    public Map<UUID, Integer> retentions(int otherwise) {
        Map<UUID, Integer> days = new HashMap<>();
        database.sql(RETENTIONS).param("otherwise", otherwise).query(row -> {
            days.put(row.getObject("id", UUID.class), row.getInt("days"));
        });
        return days;
    }

    public void set(@Nullable UUID project, TraceRule rule) {
        database.sql(SET)
                .param("projectId", project)
                .param("retentionDays", rule.retentionDays())
                .param("sampleShare", rule.sampleShare())
                .update();
    }
}
