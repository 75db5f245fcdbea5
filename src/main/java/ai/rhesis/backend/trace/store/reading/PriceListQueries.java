package ai.rhesis.backend.trace.store.reading;

import ai.rhesis.backend.platform.persistence.Times;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The prices of an organization's models by the names that providers have for them.
@Repository
@Transactional(readOnly = true)
public class PriceListQueries {

    private static final String OF_MODELS = """
            select lower(m.model_name) as model, p.input, p.output, p.valid_from
            from app.model m
            join app.model_price p on p.model_id = m.id
            where m.deleted_at is null and lower(m.model_name) = any(cast(:names as text[]))
            order by p.valid_from desc, p.id
            """;

    private final JdbcClient database;

    PriceListQueries(JdbcClient database) {
        this.database = database;
    }

    /// Prices spans by the models that they name. Upper and lower case are the same.
    public List<ReadSpan> price(List<ReadSpan> spans) {
        String[] names = spans.stream()
                .map(span -> span.reading().model())
                .filter(Objects::nonNull)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
        SpanPrices prices = new SpanPrices(names.length == 0 ? List.of() : read(names));
        return spans.stream().map(span -> span.priced(prices)).toList();
    }

    private List<SpanPrices.ModelPrice> read(String[] names) {
        return database.sql(OF_MODELS)
                .param("names", names)
                .query((row, number) -> new SpanPrices.ModelPrice(
                        row.getString("model"),
                        row.getBigDecimal("input"),
                        row.getBigDecimal("output"),
                        Times.of(row, "valid_from")))
                .list();
    }
}
