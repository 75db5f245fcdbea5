package ai.rhesis.backend.suite.fileformat;

import ai.rhesis.backend.platform.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The text in a file: UTF-8 or UTF-16 by its mark, else UTF-16 by its zero bytes, else UTF-8, else Windows-1252.
///
/// @param notices the charset, where it was guessed
public record FileText(String text, List<String> notices) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int SAMPLE = 1_000;

    /// @throws ProblemException 422 that says at which byte it stops being text
    public static FileText of(byte[] content) {
        if (hasMark(content, 0xEF, 0xBB, 0xBF)) {
            return marked(content, 3, StandardCharsets.UTF_8);
        }
        if (hasMark(content, 0xFE, 0xFF)) {
            return marked(content, 2, StandardCharsets.UTF_16BE);
        }
        if (hasMark(content, 0xFF, 0xFE)) {
            return marked(content, 2, StandardCharsets.UTF_16LE);
        }
        if (isMostlyZero(content, 1)) {
            return marked(content, 0, StandardCharsets.UTF_16LE);
        }
        return isMostlyZero(content, 0) ? marked(content, 0, StandardCharsets.UTF_16BE) : unmarked(content);
    }

    private static FileText unmarked(byte[] content) {
        Decoding utf8 = decode(content, 0, StandardCharsets.UTF_8);
        if (utf8.isWhole()) {
            return new FileText(utf8.text(), List.of());
        }
        Decoding windows = decode(content, 0, WINDOWS);
        // text beyond ASCII that was UTF-8 up to the fault, or control characters: damaged or binary, and not Windows
        boolean isWindows = windows.isWhole()
                && utf8.text().chars().allMatch(letter -> letter < 0x80)
                && windows.text().chars().noneMatch(FileText::isControl);
        if (!isWindows) {
            throw utf8.refusal(StandardCharsets.UTF_8);
        }
        String notice = "read as Windows-1252, because byte %d is not UTF-8; check the special characters";
        return new FileText(windows.text(), List.of(notice.formatted(utf8.place())));
    }

    private static boolean isControl(int letter) {
        return letter < ' ' && letter != '\t' && letter != '\r' && letter != '\n' || letter == 0x7F;
    }

    private static boolean hasMark(byte[] content, int... mark) {
        for (int place = 0; place < mark.length; place++) {
            if (content.length <= place || (content[place] & 0xFF) != mark[place]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMostlyZero(byte[] content, int first) {
        int end = Math.min(content.length, SAMPLE);
        int zeros = 0;
        for (int place = first; place < end; place += 2) {
            zeros += content[place] == 0 ? 1 : 0;
        }
        return end >= 4 && zeros > end / 4;
    }

    private static FileText marked(byte[] content, int from, Charset charset) {
        Decoding decoding = decode(content, from, charset);
        if (!decoding.isWhole()) {
            throw decoding.refusal(charset);
        }
        return new FileText(decoding.text(), List.of());
    }

    private static Decoding decode(byte[] content, int from, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content, from, content.length - from);
        CharBuffer text = CharBuffer.allocate(content.length - from);
        CoderResult result = decoder.decode(bytes, text, true);
        return new Decoding(text.flip().toString(), !result.isError(), bytes.position());
    }

    /// @param place the byte at which decoding ended
    private record Decoding(String text, boolean isWhole, int place) {

        RuntimeException refusal(Charset charset) {
            String message = "is not %s text (byte %d); save it as UTF-8".formatted(charset, place);
            return Problem.invalid("file", message).exception();
        }
    }
}
