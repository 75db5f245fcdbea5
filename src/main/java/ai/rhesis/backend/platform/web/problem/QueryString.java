package ai.rhesis.backend.platform.web.problem;

import ai.rhesis.backend.platform.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The part of an address behind its question mark: UTF-8 without NUL, percent-encoded.
final class QueryString {

    private static final int HEX = 16;

    private QueryString() {}

    /// @throws ProblemException 400 that names the parameter with a bad encoding
    static void require(@Nullable String query) {
        if (query == null || (query.indexOf('%') < 0 && isAscii(query))) {
            return;
        }
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (!isEncoded(parameter)) {
                String field = isEncoded(name) && isAscii(name) ? name : "query";
                throw Problem.badRequest(field, "The URL holds a parameter that is not percent-encoded UTF-8, or a NUL")
                        .exception();
            }
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character > ' ' && character < 0x7F);
    }

    private static boolean isEncoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            int octet = character == '%' ? octet(text, place + 1) : character;
            if (octet <= 0) {
                return false;
            }
            place += character == '%' ? 2 : 0;
            // the container hands on what is not ASCII as Latin-1
            bytes.write(octet);
        }
        return isUtf8(bytes.toByteArray());
    }

    /// Reads the octet behind a percent sign; -1 when there is none.
    private static int octet(String text, int place) {
        if (place + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(place), HEX);
        int low = Character.digit(text.charAt(place + 1), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
