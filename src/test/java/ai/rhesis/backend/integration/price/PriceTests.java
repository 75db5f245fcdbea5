package ai.rhesis.backend.integration.price;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.integration.chat.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceTests {

    @Test
    void aDollarPerMillionTokensIsAMillionthPerToken() {
        assertThat(price("2.5", "10", null, null).of(new Usage(1000, 100, null)).costMicros())
                .isEqualTo(3500);
    }

    @Test
    void cachedInputAndReasoningHavePricesOfTheirOwn() {
        Usage usage = new Usage(1000, 100, 400, 60, null);

        assertThat(price("2", "10", "0.5", "20").of(usage).costMicros()).isEqualTo(600 * 2 + 200 + 40 * 10 + 60 * 20);
        assertThat(price("2", "10", null, null).of(usage).costMicros())
                .as("as the rest where there is none")
                .isEqualTo(3000);
    }

    @Test
    void theProvidersOwnCostIsKeptAndUnknownTokensCostNobodyKnows() {
        assertThat(price("2", "10", null, null).of(new Usage(1000, 100, 7L)).costMicros())
                .isEqualTo(7);
        assertThat(price("2", "10", null, null).of(new Usage(1000, null, null)).costMicros())
                .isNull();
    }

    private static Price price(String input, String output, @Nullable String cached, @Nullable String reasoning) {
        return new Price(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new BigDecimal(input),
                new BigDecimal(output),
                cached == null ? null : new BigDecimal(cached),
                reasoning == null ? null : new BigDecimal(reasoning),
                Instant.EPOCH);
    }
}
