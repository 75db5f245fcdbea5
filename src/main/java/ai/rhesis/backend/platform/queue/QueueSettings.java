package ai.rhesis.backend.platform.queue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// `rhesis.queue`: where the queue is, which is the database of the application, who polls it, and how many
/// tickets this node works on at a time: none on a node that only serves requests.
@ConfigurationProperties("rhesis.queue")
record QueueSettings(String url, String username, @Nullable String password, int workers) {

    private static final int CONNECTIONS = 2;

    HikariDataSource connect() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("queue");
        config.setJdbcUrl(url);
        config.setUsername(username);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.addDataSourceProperty("logServerErrorDetail", false);
        return new HikariDataSource(config);
    }
}
