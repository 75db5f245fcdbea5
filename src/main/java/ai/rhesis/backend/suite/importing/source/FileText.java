package ai.rhesis.backend.suite.importing.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// The text in a file: UTF-8, or UTF-16 where its first bytes say so.
final class FileText {

    private FileText() {}

    /// @throws ProblemException 422 that says at which byte it stops being text
    static String of(byte[] content) {
        if (hasMark(content, 0xEF, 0xBB, 0xBF)) {
            return decode(content, 3, StandardCharsets.UTF_8);
        }
        if (hasMark(content, 0xFE, 0xFF)) {
            return decode(content, 2, StandardCharsets.UTF_16BE);
        }
        return hasMark(content, 0xFF, 0xFE)
                ? decode(content, 2, StandardCharsets.UTF_16LE)
                : decode(content, 0, StandardCharsets.UTF_8);
    }

    private static boolean hasMark(byte[] content, int... mark) {
        for (int place = 0; place < mark.length; place++) {
            if (content.length <= place || (content[place] & 0xFF) != mark[place]) {
                return false;
            }
        }
        return true;
    }

    private static String decode(byte[] content, int from, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content, from, content.length - from);
        CharBuffer text = CharBuffer.allocate(content.length - from);
        CoderResult result = decoder.decode(bytes, text, true);
        if (result.isError()) {
            throw Limits.refused("is no %s text (byte %d); save it as UTF-8".formatted(charset, bytes.position()));
        }
        return text.flip().toString();
    }
}
