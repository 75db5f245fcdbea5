package ai.rhesis.backend.trace.store.reading;

import ai.rhesis.backend.trace.dialect.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The prices of the models that spans name.
///
/// A span costs its tokens at the price of the organization's model of that name, as it was when the span began. Where
/// there is none, it costs what it tells itself.
final class SpanPrices {

    /// In billionths of a US dollar: 10,000 dollars. More is a mistake, and would spoil the sum of its trace.
    private static final long MAX_COST = 10_000_000_000_000L;

    private static final BigDecimal NANOS_PER_MICRO = BigDecimal.valueOf(1_000);
    private static final double NANOS_PER_DOLLAR = 1e9;

    private final List<ModelPrice> prices;

    /// @param prices the newest first
    SpanPrices(List<ModelPrice> prices) {
        this.prices = prices;
    }

    /// Returns the cost of a span in billionths of a US dollar; null where nothing is known.
    @Nullable
    Long cost(Reading reading, Instant startTime) {
        boolean tellsTokens = reading.inputTokens() != null || reading.outputTokens() != null;
        ModelPrice price = tellsTokens ? price(reading.model(), startTime) : null;
        return price == null ? told(reading.costUsd()) : bounded(price.of(reading));
    }

    private @Nullable ModelPrice price(@Nullable String model, Instant startTime) {
        if (model == null) {
            return null;
        }
        String name = model.toLowerCase(Locale.ROOT);
        return prices.stream()
                .filter(price ->
                        price.model().equals(name) && !price.validFrom().isAfter(startTime))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Long told(@Nullable Double dollars) {
        return dollars == null || !(dollars >= 0 && dollars * NANOS_PER_DOLLAR <= MAX_COST)
                ? null
                : Long.valueOf(Math.round(dollars * NANOS_PER_DOLLAR));
    }

    private static @Nullable Long bounded(BigDecimal nanos) {
        return nanos.compareTo(BigDecimal.valueOf(MAX_COST)) > 0
                ? null
                : Long.valueOf(nanos.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /// The price of a model, in US dollars per million tokens, which is millionths of a dollar per token.
    ///
    /// @param model in lower case
    record ModelPrice(String model, BigDecimal input, BigDecimal output, Instant validFrom) {

        BigDecimal of(Reading reading) {
            return times(input, reading.inputTokens())
                    .add(times(output, reading.outputTokens()))
                    .multiply(NANOS_PER_MICRO);
        }

        private static BigDecimal times(BigDecimal price, @Nullable Long tokens) {
            return tokens == null ? BigDecimal.ZERO : price.multiply(BigDecimal.valueOf(tokens));
        }
    }
}
