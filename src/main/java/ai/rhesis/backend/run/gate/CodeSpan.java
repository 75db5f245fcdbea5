package ai.rhesis.backend.run.gate;

import java.util.regex.Pattern;

/// A text of somebody else as code in Markdown, in which nothing is a mention, a link, an image or HTML.
final class CodeSpan {

    private static final Pattern FENCES = Pattern.compile("`+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");

    private CodeSpan() {}

    /// Puts a text on one line between more backticks than it has itself, and cuts it at `length` characters.
    static String of(String text, int length) {
        String line = SPACE.matcher(text).replaceAll(" ").strip();
        if (line.codePointCount(0, line.length()) > length) {
            line = line.substring(0, line.offsetByCodePoints(0, length)) + "…";
        }
        if (line.isEmpty()) {
            return "` `";
        }
        int longest = FENCES.matcher(line)
                .results()
                .mapToInt(fence -> fence.end() - fence.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        String gap = longest > 0 ? " " : "";
        return fence + gap + line + gap + fence;
    }
}
