package ai.rhesis.backend.integration.price;

import ai.rhesis.backend.integration.chat.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The price of a model's tokens from a moment on, in US dollars per million.
///
/// @param cached of the input that was read from a cache; as other input where absent
/// @param reasoning of the output that is reasoning; as other output where absent
public record Price(
        UUID id,
        UUID modelId,
        BigDecimal input,
        BigDecimal output,
        @Nullable BigDecimal cached,
        @Nullable BigDecimal reasoning,
        Instant validFrom) {

    /// Returns the usage with its cost, unless the provider told that or the tokens are unknown. A dollar
    /// per million tokens is a millionth of a dollar per token.
    public Usage of(Usage usage) {
        if (usage.costMicros() != null || usage.inputTokens() == null || usage.outputTokens() == null) {
            return usage;
        }
        BigDecimal cost = cost(usage.inputTokens(), usage.cachedTokens(), input, cached)
                .add(cost(usage.outputTokens(), usage.reasoningTokens(), output, reasoning));
        return usage.costing(cost.setScale(0, RoundingMode.HALF_UP).longValue());
    }

    private static BigDecimal cost(int all, @Nullable Integer told, BigDecimal price, @Nullable BigDecimal special) {
        int apart = told == null || special == null ? 0 : Math.min(told, all);
        BigDecimal rest = price.multiply(BigDecimal.valueOf(all - apart));
        return special == null ? rest : rest.add(special.multiply(BigDecimal.valueOf(apart)));
    }
}
