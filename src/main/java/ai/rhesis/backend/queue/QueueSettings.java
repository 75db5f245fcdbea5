package ai.rhesis.backend.queue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// `rhesis.queue`: where the queue is, which is the database of the application, and who polls it.
@ConfigurationProperties("rhesis.queue")
record QueueSettings(String url, String username, @Nullable String password) {

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
