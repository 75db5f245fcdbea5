package ai.rhesis.backend.trace.store.reading;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.trace.dialect.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpanPricesTests {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final SpanPrices PRICES =
            new SpanPrices(List.of(price("gpt-x", "2", NEW_YEAR.plusSeconds(100)), price("gpt-x", "1", NEW_YEAR)));

    @Test
    void thePriceIsTheOneAtTheStartOfTheSpan() {
        assertThat(PRICES.cost(reading("gpt-x", 10L, 1L, null), NEW_YEAR.plusSeconds(100)))
                .isEqualTo(22_000);
        assertThat(PRICES.cost(reading("gpt-x", 10L, 1L, null), NEW_YEAR.plusSeconds(99)))
                .isEqualTo(11_000);
        assertThat(PRICES.cost(reading("gpt-x", 10L, 1L, null), NEW_YEAR.minusSeconds(1)))
                .isNull();
    }

    @Test
    void thePriceOfTheOrganizationGoesBeforeThatOfTheSpan() {
        assertThat(PRICES.cost(reading("gpt-x", 10L, 1L, 5.0), NEW_YEAR)).isEqualTo(11_000);
        assertThat(PRICES.cost(reading("other", 10L, 1L, 0.25), NEW_YEAR)).isEqualTo(250_000_000);
        assertThat(PRICES.cost(reading(null, null, null, 0.0), NEW_YEAR)).isZero();
    }

    @Test
    void oneKindOfTokensAloneHasItsPrice() {
        assertThat(PRICES.cost(reading("gpt-x", 10L, null, null), NEW_YEAR)).isEqualTo(10_000);
        assertThat(PRICES.cost(reading("gpt-x", null, null, 0.5), NEW_YEAR)).isEqualTo(500_000_000);
    }

    @Test
    void absurdCostsAreUnknown() {
        for (double absurd : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
            assertThat(PRICES.cost(reading("other", 1L, 1L, absurd), NEW_YEAR)).isNull();
        }
        SpanPrices dear = new SpanPrices(List.of(price("gpt-x", "1e100", NEW_YEAR)));
        assertThat(dear.cost(reading("gpt-x", 1L, 1L, null), NEW_YEAR)).isNull();
    }

    private static SpanPrices.ModelPrice price(String model, String dollars, Instant from) {
        return new SpanPrices.ModelPrice(model, new BigDecimal(dollars), new BigDecimal(dollars), from);
    }

    private static Reading reading(
            @Nullable String model, @Nullable Long input, @Nullable Long output, @Nullable Double cost) {
        return new Reading(null, null, null, null, null, model, input, output, null, cost, List.of(), null, null);
    }
}
