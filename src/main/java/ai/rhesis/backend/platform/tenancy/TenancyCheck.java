package ai.rhesis.backend.platform.tenancy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/// Refuses to let the application start on a database where the row policies could not hold.
///
/// It looks through the pool that the application will use: what matters is what this role may do.
@Component
public class TenancyCheck implements SmartInitializingSingleton {

    /// What no role that the application logs in as may be or have.
    public static final String ROLE = "db/checks/role.sql";

    private static final String CATALOG = "db/checks/catalog.sql";

    private final DataSource pool;

    TenancyCheck(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public void afterSingletonsInstantiated() {
        require(pool, ROLE, CATALOG);
    }

    /// Makes sure that these checks find nothing as the role of the pool.
    ///
    /// @throws TenancyBreachException naming each object and its remedy
    public void require(DataSource pool, String... checks) {
        try {
            List<String> breaches = breaches(pool, checks);
            if (!breaches.isEmpty()) {
                throw new TenancyBreachException(breaches);
            }
        } catch (SQLException | IOException unreadable) {
            throw new IllegalStateException("the tenancy of the database can't be checked", unreadable);
        }
    }

    private static List<String> breaches(DataSource pool, String... checks) throws SQLException, IOException {
        List<String> breaches = new ArrayList<>();
        Properties remedies =
                PropertiesLoaderUtils.loadProperties(new ClassPathResource("db/checks/remedies.properties"));
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // the checks compare printed expressions, whose form depends on the search path
                statement.execute("set local search_path = pg_catalog, pg_temp");
                for (String check : checks) {
                    collect(statement, new ClassPathResource(check), remedies, breaches);
                }
            } finally {
                connection.rollback();
            }
        }
        return breaches;
    }

    private static void collect(
            Statement statement, ClassPathResource check, Properties remedies, List<String> breaches)
            throws SQLException, IOException {
        try (ResultSet rows = statement.executeQuery(check.getContentAsString(StandardCharsets.UTF_8))) {
            while (rows.next()) {
                String rule = rows.getString("check");
                String object = rows.getString("object");
                String remedy = remedies.getProperty(rule.substring(0, 3)).replace("<object>", object);
                breaches.add("%s: %s%n    Remedy: %s".formatted(rule, object, remedy));
            }
        }
    }
}
