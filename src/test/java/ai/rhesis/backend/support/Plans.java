package ai.rhesis.backend.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Has the database explain the queries of the application while they run: as its role, in the opened tenant.
@TestComponent
public class Plans implements BeanPostProcessor {

    private static final String EXPLAIN = "explain (analyze, buffers, format json) ";

    private static volatile boolean isRecording;
    private static final List<Plan> RECORDED = new ArrayList<>();

    /// The plans of the queries that the work makes, on whatever thread.
    public static synchronized List<Plan> of(Runnable work) {
        RECORDED.clear();
        isRecording = true;
        try {
            work.run();
        } finally {
            isRecording = false;
        }
        return List.copyOf(RECORDED);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool && name.equals("dataSource") ? new Explained(pool) : bean;
    }

    /// A query with what it cost.
    public record Plan(String sql, JsonNode root) {

        public long buffers() {
            return root.path("Shared Hit Blocks").asLong()
                    + root.path("Shared Read Blocks").asLong();
        }

        public long rows() {
            return root.path("Actual Rows").asLong();
        }
    }

    private static final class Explained extends DelegatingDataSource {

        Explained(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return explained(Connection.class, super.getConnection());
        }
    }

    private static <T> T explained(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                Plans.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (isRecording
                            && method.getName().equals("executeQuery")
                            && target instanceof PreparedStatement query) {
                        record(query);
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof PreparedStatement statement && isRecording
                                ? explained(PreparedStatement.class, statement)
                                : result;
                    } catch (InvocationTargetException failure) {
                        throw failure.getTargetException();
                    }
                }));
    }

    private static void record(PreparedStatement query) throws SQLException {
        // the driver prints a statement with its values
        String sql = query.unwrap(org.postgresql.PGStatement.class).toString();
        try (Statement statement = query.getConnection().createStatement();
                ResultSet plan = statement.executeQuery(EXPLAIN + sql)) {
            plan.next();
            JsonNode root =
                    JsonMapper.shared().readTree(plan.getString(1)).get(0).path("Plan");
            RECORDED.add(new Plan(sql, root));
        }
    }
}
