package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.node.Node;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The routes to connections, of which those of living nodes count and those of this one.
@Repository
class ConnectorRouteQueries {

    /// Keeps the time at which a connection was first registered: by it the newest one is found. A registration that is
    /// written late replaces none that is newer.
    private static final String PUT = """
            insert into app.connector_route (
                id, node_id, project_id, environment, is_of_one_project, functions, metrics, registration)
            values (:id, :node, :project, :environment, :ofOneProject, :functions, cast(:metrics as text[]),
                    :registration)
            on conflict (organization_id, id) do update
            set node_id = excluded.node_id, project_id = excluded.project_id, environment = excluded.environment,
                is_of_one_project = excluded.is_of_one_project, functions = excluded.functions,
                metrics = excluded.metrics, registration = excluded.registration
            where connector_route.registration <= excluded.registration
            """;

    private static final String NEWEST = """
            select r.id, r.node_id
            from app.connector_route r
            where r.project_id = :project
              and r.environment = :environment
              and (r.node_id = :node or r.node_id in (select l.node_id from app.living_nodes() l))
            order by r.opened_at desc, r.id desc
            limit 1
            """;

    private static final String WITH_METRIC = """
            select r.id, r.node_id
            from app.connector_route r
            where :metric = any(r.metrics)
              and (not r.is_of_one_project or r.project_id = :project)
              and (r.node_id = :node or r.node_id in (select l.node_id from app.living_nodes() l))
            order by (r.project_id is not distinct from :project) desc, r.opened_at desc, r.id desc
            limit 1
            """;

    private static final String FUNCTIONS = "select functions from app.connector_route where id = :id";

    private static final String DELETE = "delete from app.connector_route where id = :id";

    /// Deletes what nodes left behind that have been dead for long.
    private static final String CLEAR_ROUTES = """
            delete from app.connector_route r
            where r.node_id <> :node
              and r.opened_at < now() - interval '10 minutes'
              and r.node_id not in (select l.node_id from app.living_nodes() l)
            """;

    private static final String CLEAR_CALLS = """
            delete from app.connector_call c
            where c.deadline < now() - interval '10 minutes'
            """;

    private final JdbcClient database;
    private final JsonMapper json;
    private final UUID node;

    ConnectorRouteQueries(JdbcClient database, JsonMapper json, Node node) {
        this.database = database;
        this.json = json;
        this.node = node.id();
    }

    void put(ProgramConnection connection, ProgramConnection.Registered registered) {
        Registration registration = registered.registration();
        SdkService service = registration.service();
        database.sql(PUT)
                .param("id", connection.id())
                .param("node", node)
                .param("project", registration.projectId())
                .param("environment", service == null ? null : service.environment())
                .param("ofOneProject", connection.tenant().projectId() != null)
                .param("functions", json.writeValueAsString(registration.functions()))
                .param("metrics", registration.metricNames().toArray(String[]::new))
                .param("registration", registered.number())
                .update();
    }

    Optional<ConnectorRoute> newest(SdkService service) {
        return database.sql(NEWEST)
                .param("project", service.projectId())
                .param("environment", service.environment())
                .param("node", node)
                .query(ConnectorRouteQueries::route)
                .optional();
    }

    /// @param projectId whose programs are preferred; those with a token of another project are not asked
    Optional<ConnectorRoute> withMetric(String metric, @Nullable UUID projectId) {
        return database.sql(WITH_METRIC)
                .param("metric", metric)
                .param("project", projectId, Types.OTHER)
                .param("node", node)
                .query(ConnectorRouteQueries::route)
                .optional();
    }

    /// Reads the functions of a connection as it registered them, as JSON.
    Optional<String> functions(UUID connectionId) {
        return database.sql(FUNCTIONS)
                .param("id", connectionId)
                .query(String.class)
                .optional();
    }

    void delete(UUID connectionId) {
        database.sql(DELETE).param("id", connectionId).update();
    }

    void clear() {
        database.sql(CLEAR_ROUTES).param("node", node).update();
        database.sql(CLEAR_CALLS).update();
    }

    private static ConnectorRoute route(ResultSet row, int number) throws SQLException {
        return new ConnectorRoute(row.getObject("id", UUID.class), row.getObject("node_id", UUID.class));
    }
}
