package ai.rhesis.backend.platform.node;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// `rhesis.socket`: the database whose signals this node listens to, and as who. A pooler that lends
/// its connections to one transaction at a time can't be listened through.
@ConfigurationProperties("rhesis.socket")
record SignalSettings(
        String url, @Nullable String username, @Nullable String password) {

    private static final String TIMEOUT_SECONDS = "10";

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        put(properties, "user", username);
        put(properties, "password", password);
        properties.setProperty("ApplicationName", "rhesis signals");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("socketTimeout", TIMEOUT_SECONDS);
        properties.setProperty("logServerErrorDetail", "false");
        return DriverManager.getConnection(url, properties);
    }

    /// Leaves out what the address itself says.
    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            properties.setProperty(name, value);
        }
    }
}
