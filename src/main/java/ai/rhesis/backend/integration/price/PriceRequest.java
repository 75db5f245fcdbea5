package ai.rhesis.backend.integration.price;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A new price of a model.
///
/// @param validFrom the moment from which it holds; now when absent
record PriceRequest(
        @NotNull UUID modelId,

        @NotNull @DecimalMin("0") @DecimalMax("1000000") @Digits(integer = 7, fraction = 9)
        BigDecimal input,

        @NotNull @DecimalMin("0") @DecimalMax("1000000") @Digits(integer = 7, fraction = 9)
        BigDecimal output,

        @DecimalMin("0") @DecimalMax("1000000") @Digits(integer = 7, fraction = 9) @Nullable
        BigDecimal cached,

        @DecimalMin("0") @DecimalMax("1000000") @Digits(integer = 7, fraction = 9) @Nullable
        BigDecimal reasoning,

        @Nullable Instant validFrom) {}
