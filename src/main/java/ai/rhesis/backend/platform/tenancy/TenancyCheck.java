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

/// The check at the start that refuses a database where the row policies could not hold.
///
/// It looks through the pool that the application will use: what matters is what this role may do.
@Component
public class TenancyCheck implements SmartInitializingSingleton {

    /// The check for attributes and possessions that no role of the application may have.
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

    /// Makes sure that these checks find nothing as the role of a database's connections. The first that finds
    /// something ends the check.
    ///
    /// @throws TenancyBreachException naming each object and its remedy
    public static void require(DataSource database, String... checks) {
        List<Breach> breaches = breaches(database, checks);
        if (!breaches.isEmpty()) {
            throw new TenancyBreachException(breaches);
        }
    }

    private static List<Breach> breaches(DataSource database, String... checks) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // the checks compare printed expressions, whose form depends on the search path
                statement.execute("set local search_path = pg_catalog, pg_temp");
                return breaches(statement, checks);
            } finally {
                connection.rollback();
            }
        } catch (SQLException | IOException unreadable) {
            throw new IllegalStateException("the tenancy of the database can't be checked", unreadable);
        }
    }

    private static List<Breach> breaches(Statement statement, String... checks) throws SQLException, IOException {
        Properties remedies =
                PropertiesLoaderUtils.loadProperties(new ClassPathResource("db/checks/remedies.properties"));
        List<Breach> breaches = new ArrayList<>();
        for (int next = 0; next < checks.length && breaches.isEmpty(); next++) {
            String check = new ClassPathResource(checks[next]).getContentAsString(StandardCharsets.UTF_8);
            try (ResultSet rows = statement.executeQuery(check)) {
                while (rows.next()) {
                    breaches.add(Breach.of(rows.getString("check"), rows.getString("object"), remedies));
                }
            }
        }
        return breaches;
    }
}
