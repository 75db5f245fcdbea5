package ai.rhesis.backend.platform.query;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.secrets.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The place of one object in an order: what follows it is the next page, however many come in before.
///
/// It holds only what the client has just read and leads only to the client's own rows, so nothing is gained by
/// forging one; its digest shows damage.
public record Cursor(@Nullable Comparable<?> value, UUID id) {

    private static final String SEPARATOR = "\0";
    private static final String NULL = "";
    private static final int DIGEST_LENGTH = 8;
    private static final int PARTS = 3;

    /// Encodes the cursor for clients.
    public String text(Sort sort) {
        String content = String.join(SEPARATOR, order(sort), id.toString(), value == null ? NULL : "=" + value);
        byte[] payload = content.getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(digest(payload), DIGEST_LENGTH + payload.length);
        System.arraycopy(payload, 0, whole, DIGEST_LENGTH, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /// @throws ProblemException 400 when it is not one of ours, or of another order
    static Cursor of(String text, Sort sort) {
        String[] parts = content(text).split(SEPARATOR, PARTS);
        if (parts.length < PARTS || !isUuid(parts[1])) {
            throw invalid();
        }
        if (!parts[0].equals(order(sort))) {
            throw refused("This cursor belongs to a list in another order; send the same sort_by and sort_order.");
        }
        return new Cursor(valueOf(parts[2], sort), UUID.fromString(parts[1]));
    }

    private static boolean isUuid(String text) {
        return ValueType.UUID.read(text) != null;
    }

    /// Reads the value of a field. A forged cursor gets no further than a filter does: to a value of the field's
    /// type.
    private static @Nullable Comparable<?> valueOf(String text, Sort sort) {
        if (text.equals(NULL)) {
            return null;
        }
        Comparable<?> value = text.charAt(0) == '=' ? sort.field().type().read(text.substring(1)) : null;
        if (value == null || value.toString().indexOf(Character.MIN_VALUE) >= 0) {
            throw invalid();
        }
        return value;
    }

    private static String order(Sort sort) {
        return sort.field().name() + (sort.isAscending() ? " asc" : " desc");
    }

    private static String content(String text) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(text);
            byte[] payload = Arrays.copyOfRange(whole, Math.min(DIGEST_LENGTH, whole.length), whole.length);
            if (Arrays.equals(Arrays.copyOf(whole, DIGEST_LENGTH), digest(payload))) {
                return new String(payload, StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below
        }
        throw invalid();
    }

    private static byte[] digest(byte[] payload) {
        return Arrays.copyOf(Sha256.of(payload), DIGEST_LENGTH);
    }

    /// Creates the refusal of a text that is not a cursor of the list.
    public static RuntimeException invalid() {
        return refused("This is not a valid cursor; take it from the Link header of the page before.");
    }

    private static RuntimeException refused(String detail) {
        return Problem.badRequest("cursor", detail).exception();
    }
}
