package ai.rhesis.backend.integration.price;

import ai.rhesis.backend.platform.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The prices of models, each from a moment until the next.
@Repository
class PriceQueries {

    private static final String MATCHING = """
            from app.model_price p
            join app.model m on m.id = p.model_id and m.deleted_at is null
            where cast(:modelId as uuid) is null or p.model_id = :modelId
            """;
    private static final String PAGE = "select p.* " + MATCHING + """
            order by p.model_id, p.valid_from desc
            limit :limit offset :skip
            """;
    private static final String COUNT = "select count(*) " + MATCHING;
    private static final String VALID = """
            select p.*
            from app.model_price p
            where p.model_id = :modelId and p.valid_from <= :moment
            order by p.valid_from desc
            limit 1
            """;
    private static final String ADD = """
            insert into app.model_price (id, model_id, input, output, cached, reasoning, valid_from)
            values (:id, :modelId, :input, :output, :cached, :reasoning, :validFrom)
            on conflict (organization_id, model_id, valid_from) do nothing
            """;
    private static final String DELETE = """
            delete from app.model_price where id = :id returning *
            """;

    private final JdbcClient database;

    PriceQueries(JdbcClient database) {
        this.database = database;
    }

    List<Price> page(@Nullable UUID modelId, int skip, int limit) {
        return database.sql(PAGE)
                .param("modelId", modelId)
                .param("skip", skip)
                .param("limit", limit)
                .query((row, number) -> price(row))
                .list();
    }

    long count(@Nullable UUID modelId) {
        return database.sql(COUNT).param("modelId", modelId).query(Long.class).single();
    }

    Optional<Price> valid(UUID modelId, Instant moment) {
        return database.sql(VALID)
                .param("modelId", modelId)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query((row, number) -> price(row))
                .optional();
    }

    /// @return whether it was added; not when the model has a price from that moment on
    boolean add(Price price) {
        return database.sql(ADD)
                        .param("id", price.id())
                        .param("modelId", price.modelId())
                        .param("input", price.input())
                        .param("output", price.output())
                        .param("cached", price.cached())
                        .param("reasoning", price.reasoning())
                        .param("validFrom", price.validFrom().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Price> delete(UUID id) {
        return database.sql(DELETE)
                .param("id", id)
                .query((row, number) -> price(row))
                .optional();
    }

    private static Price price(ResultSet row) throws SQLException {
        return new Price(
                row.getObject("id", UUID.class),
                row.getObject("model_id", UUID.class),
                row.getBigDecimal("input"),
                row.getBigDecimal("output"),
                row.getBigDecimal("cached"),
                row.getBigDecimal("reasoning"),
                Times.of(row, "valid_from"));
    }
}
