package ai.rhesis.backend.platform.secrets;

import java.math.BigInteger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// UUIDs as 22 characters of `0-9A-Za-z`.
final class Base62 {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int LENGTH = 22;

    private Base62() {}

    static String encode(UUID id) {
        BigInteger rest = new BigInteger(id.toString().replace("-", ""), 16);
        StringBuilder digits = new StringBuilder();
        for (int place = 0; place < LENGTH; place++) {
            BigInteger[] division = rest.divideAndRemainder(BASE);
            digits.append(DIGITS.charAt(division[1].intValue()));
            rest = division[0];
        }
        return digits.reverse().toString();
    }

    /// Decodes an id; null when the text is not exactly what [#encode] writes.
    static @Nullable UUID decode(String text) {
        if (text.length() != LENGTH || text.chars().anyMatch(digit -> DIGITS.indexOf(digit) < 0)) {
            return null;
        }
        BigInteger value = text.chars()
                .mapToObj(digit -> BigInteger.valueOf(DIGITS.indexOf(digit)))
                .reduce(BigInteger.ZERO, (sum, digit) -> sum.multiply(BASE).add(digit));
        return value.bitLength() > 128 ? null : new UUID(value.shiftRight(64).longValue(), value.longValue());
    }
}
