package ai.rhesis.backend.trace.store.digest;

import ai.rhesis.backend.platform.persistence.Columns;
import ai.rhesis.backend.trace.span.TraceKey;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of traces.
@Repository
public class TraceQueries {

    /// The objects that spans name are looked up by their id and nothing else (`limit 1`): with the condition that
    /// they are living, the planner may read all living ones. Those that this organization does not have, or has
    /// deleted, are left out.
    private static final String TOLD = """
            from unnest(cast(:ids as uuid[]), cast(:projectIds as uuid[]), cast(:traceIds as text[]),
                        cast(:starts as bigint[]), cast(:ends as bigint[]), cast(:spanCounts as int[]),
                        cast(:errorCounts as int[]), cast(:refusedCounts as int[]), cast(:tokens as bigint[]), cast(:costs as bigint[]),
                        cast(:conversationIds as text[]), cast(:rootIds as uuid[]), cast(:rooted as bool[]),
                        cast(:rootNames as text[]), cast(:rootKinds as text[]), cast(:rootStarts as bigint[]),
                        cast(:rootEnds as bigint[]), cast(:rootStatuses as text[]), cast(:rootMessages as text[]),
                        cast(:rootInputs as text[]), cast(:environments as text[]), cast(:runIds as uuid[]),
                        cast(:testIds as uuid[]), cast(:resultIds as uuid[]), cast(:configurationIds as uuid[]),
                        cast(:endpointIds as uuid[]), cast(:endpointNames as text[]), cast(:endpointUrls as text[]),
                        cast(:searchTexts as text[])) with ordinality
                 as n (id, project_id, trace_id, started, ended, span_count, error_count, refused_count,
                       tokens, cost,
                       conversation_id, root_id, is_rooted, root_name, root_kind, root_started, root_ended,
                       root_status, root_message, root_input, environment, run_id, test_id, result_id,
                       configuration_id, endpoint_id, endpoint_name, endpoint_url, search_text, place)
            left join lateral (
                select r.id, r.deleted_at from app.test_run r where r.id = n.run_id limit 1) run
                on run.deleted_at is null
            left join lateral (
                select t.id, t.deleted_at from app.test t where t.id = n.test_id limit 1) test
                on test.deleted_at is null
            left join lateral (
                select r.id, r.deleted_at from app.test_result r where r.id = n.result_id limit 1) result
                on result.deleted_at is null
            left join lateral (
                select e.id, e.deleted_at from app.endpoint e where e.id = n.endpoint_id limit 1) endpoint
                on endpoint.deleted_at is null
            """;

    /// In the order in which traces are locked: an insertion waits for another one of the same trace.
    private static final String ADD = """
            insert into app.trace (
                id, project_id, trace_id, start_time, end_time, span_count, error_count, total_tokens, cost_nanos,
                conversation_id, root_id, is_rooted, root_name, root_kind, root_start_time, root_end_time,
                root_status_code, root_status_message, root_input, environment, test_run_id, test_id, test_result_id,
                endpoint_id, test_configuration_id, told_test_result_id, endpoint_name, endpoint_url, search_text)
            select n.id, n.project_id, decode(n.trace_id, 'hex'),
                   timestamptz 'epoch' + n.started * interval '1 microsecond',
                   timestamptz 'epoch' + n.ended * interval '1 microsecond',
                   n.span_count, n.error_count, n.tokens, n.cost, n.conversation_id, n.root_id, n.is_rooted,
                   n.root_name, n.root_kind, timestamptz 'epoch' + n.root_started * interval '1 microsecond',
                   timestamptz 'epoch' + n.root_ended * interval '1 microsecond', n.root_status, n.root_message,
                   n.root_input, n.environment, run.id, test.id, result.id, endpoint.id, n.configuration_id,
                   n.result_id, n.endpoint_name, n.endpoint_url, n.search_text
            """ + TOLD + """
            order by n.place
            on conflict (organization_id, project_id, trace_id) do nothing
            returning id
            """;
    /// Looks up and locks one trace after the other (`limit 1`), in the order of the parameters. A join would read all
    /// traces of the organization, to lock a few.
    private static final String LOCK = "select " + TraceRows.COLUMNS + """
            from unnest(cast(:projectIds as uuid[]), cast(:traceIds as text[])) as n (project_id, trace_id)
            cross join lateral (
                select f.*
                from app.trace f
                where f.project_id = n.project_id and f.trace_id = decode(n.trace_id, 'hex')
                limit 1
                for no key update) as t
            """;
    private static final String CHANGE = """
            update app.trace t
            set last_received_at = now(),
                start_time = timestamptz 'epoch' + n.started * interval '1 microsecond',
                end_time = timestamptz 'epoch' + n.ended * interval '1 microsecond',
                span_count = n.span_count, error_count = n.error_count, refused_count = n.refused_count,
                total_tokens = n.tokens, cost_nanos = n.cost, conversation_id = n.conversation_id, root_id = n.root_id, is_rooted = n.is_rooted,
                root_name = n.root_name, root_kind = n.root_kind,
                root_start_time = timestamptz 'epoch' + n.root_started * interval '1 microsecond',
                root_end_time = timestamptz 'epoch' + n.root_ended * interval '1 microsecond',
                root_status_code = n.root_status, root_status_message = n.root_message, root_input = n.root_input,
                environment = n.environment,
                test_run_id = coalesce(t.test_run_id, run.id), test_id = coalesce(t.test_id, test.id),
                test_result_id = coalesce(t.test_result_id, result.id),
                endpoint_id = coalesce(t.endpoint_id, endpoint.id), test_configuration_id = n.configuration_id,
                told_test_result_id = n.result_id, endpoint_name = n.endpoint_name, endpoint_url = n.endpoint_url,
                search_text = n.search_text
            """ + TOLD + """
            where t.id = n.id
            """;

    private final JdbcClient database;

    TraceQueries(JdbcClient database) {
        this.database = database;
    }

    /// Adds the traces that are not there yet, and returns their ids.
    ///
    /// @param traces in their order
    public Set<UUID> add(List<TraceDigest> traces) {
        return Set.copyOf(database.sql(ADD)
                .paramSource(TraceColumns.of(traces))
                .query(UUID.class)
                .list());
    }

    /// Locks traces until the commit, and returns those that are there.
    ///
    /// @param keys in their order
    public List<TraceDigest> lock(List<TraceKey> keys) {
        return database.sql(LOCK)
                .param("projectIds", Columns.uuids(keys, TraceKey::projectId))
                .param("traceIds", Columns.texts(keys, TraceKey::traceId))
                .query((row, number) -> TraceRows.digest(row))
                .list();
    }

    /// Changes traces that are locked.
    public void change(List<TraceDigest> traces) {
        database.sql(CHANGE).paramSource(TraceColumns.of(traces)).update();
    }
}
