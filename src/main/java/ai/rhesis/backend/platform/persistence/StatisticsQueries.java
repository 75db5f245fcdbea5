package ai.rhesis.backend.platform.persistence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The statistics of the database about the size of its tables, by which it plans every statement.
@Repository
public class StatisticsQueries {

    private static final String REFRESH = "select app.analyze_grown_tables()";

    private final JdbcClient database;

    StatisticsQueries(JdbcClient database) {
        this.database = database;
    }

    /// Has the database look at tables that have become more than twice as large. To be called after many rows were
    /// written, in their transaction; costs next to nothing when there is nothing to do.
    public void refresh() {
        database.sql(REFRESH).query((row, number) -> number).list();
    }
}
