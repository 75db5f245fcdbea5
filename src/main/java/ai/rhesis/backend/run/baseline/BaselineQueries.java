package ai.rhesis.backend.run.baseline;

import ai.rhesis.backend.platform.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The acts by which runs became baselines. The newest of a name and target counts.
@Repository
class BaselineQueries {

    /// The former runs of a baseline that are told.
    private static final int MAX_HISTORY = 100;

    private static final String ACTS = """
            select *
            from (select s.id, s.name, s.endpoint_id, s.model_id, s.reason, s.created_at, s.test_run_id, r.name as run_name,
                         e.name as endpoint_name, m.name as model_name, s.user_id, u.name as user_name,
                         row_number() over (partition by s.name, s.endpoint_id, s.model_id
                                            order by s.created_at desc, s.id desc) as place
                  from app.test_set_baseline s
                  join app.test_run r on r.id = s.test_run_id
                  join app.membership u on u.user_id = s.user_id
                  left join app.endpoint e on e.id = s.endpoint_id
                  left join app.model m on m.id = s.model_id
                  where s.test_set_id = :setId and (cast(:name as text) is null or s.name = :name)) s
            where place <= :most
            order by name, endpoint_id nulls last, model_id nulls last, place
            """;
    private static final String ADD = """
            insert into app.test_set_baseline (id, test_set_id, name, endpoint_id, model_id, test_run_id, reason)
            values (:id, :setId, :name, :endpointId, :modelId, :runId, :reason)
            """;
    private static final String LOCK = """
            select id from app.test_set where id = :setId for update
            """;
    private static final String IS_BASELINE = """
            select s.name
            from app.test_set_baseline s
            where s.test_run_id = :runId
              and not exists (
                  select 1
                  from app.test_set_baseline n
                  where n.test_set_id = s.test_set_id and n.name = s.name
                    and n.endpoint_id is not distinct from s.endpoint_id
                    and n.model_id is not distinct from s.model_id and (n.created_at, n.id) > (s.created_at, s.id))
            order by s.name
            limit 1
            """;

    private final JdbcClient database;

    BaselineQueries(JdbcClient database) {
        this.database = database;
    }

    /// Returns the acts of a set, by name and target and the newest first: the current one of each and some of its
    /// history.
    List<BaselineAct> acts(UUID setId, @Nullable String name) {
        return database.sql(ACTS)
                .param("setId", setId)
                .param("name", name)
                .param("most", MAX_HISTORY + 1)
                .query((row, number) -> act(row))
                .list();
    }

    void lock(UUID setId) {
        database.sql(LOCK).param("setId", setId).query(UUID.class).optional();
    }

    void add(UUID id, UUID setId, String name, BaselineRequest request) {
        database.sql(ADD)
                .param("id", id)
                .param("setId", setId)
                .param("name", name)
                .param("endpointId", request.endpointId())
                .param("modelId", request.modelId())
                .param("runId", request.testRunId())
                .param("reason", request.reason())
                .update();
    }

    /// Returns the name under which a run is a baseline now.
    Optional<String> nameOf(UUID runId) {
        return database.sql(IS_BASELINE)
                .param("runId", runId)
                .query(String.class)
                .optional();
    }

    private static BaselineAct act(ResultSet row) throws SQLException {
        return new BaselineAct(
                row.getString("name"),
                new NamedLink(row.getObject("test_run_id", UUID.class), row.getString("run_name")),
                link(row, "endpoint"),
                link(row, "model"),
                row.getString("reason"),
                new NamedLink(row.getObject("user_id", UUID.class), row.getString("user_name")),
                Times.of(row, "created_at"),
                row.getInt("place") == 1);
    }

    private static @Nullable NamedLink link(ResultSet row, String target) throws SQLException {
        UUID id = row.getObject(target + "_id", UUID.class);
        return id == null ? null : new NamedLink(id, row.getString(target + "_name"));
    }

    /// @param isCurrent whether no later act replaced it
    record BaselineAct(
            String name,
            NamedLink run,
            @Nullable NamedLink endpoint,
            @Nullable NamedLink model,
            String reason,
            NamedLink user,
            Instant setAt,
            boolean isCurrent) {

        boolean isBoundTo(@Nullable UUID endpointId, @Nullable UUID modelId) {
            return Objects.equals(idOf(endpoint), endpointId) && Objects.equals(idOf(model), modelId);
        }

        boolean isBoundLike(BaselineAct other) {
            return isBoundTo(idOf(other.endpoint), idOf(other.model));
        }

        private static @Nullable UUID idOf(@Nullable NamedLink link) {
            return link == null ? null : link.id();
        }
    }

    /// An object by its id and name.
    record NamedLink(UUID id, @Nullable String name) {}
}
