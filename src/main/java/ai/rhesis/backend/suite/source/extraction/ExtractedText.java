package ai.rhesis.backend.suite.source.extraction;

import ai.rhesis.backend.platform.persistence.StorableText;

/// A text that grows up to a bound.
final class ExtractedText {

    static final int MAX_CHARACTERS = 5_000_000;

    private final StringBuilder text = new StringBuilder();

    void append(CharSequence more) {
        if (text.length() + more.length() > MAX_CHARACTERS) {
            throw new UnreadableDocumentException("holds more than %,d characters".formatted(MAX_CHARACTERS));
        }
        text.append(more);
    }

    void append(char[] characters, int start, int length) {
        append(new String(characters, start, length));
    }

    /// Ends a line, unless the text is at the beginning of one.
    void endLine() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            append("\n");
        }
    }

    /// Returns the text without blanks around it and without empty lines in a row.
    String whole() {
        String whole = StorableText.of(text.toString())
                .replaceAll("[ \\t\\x0B\\f\\r]+\\n", "\n")
                .replaceAll(" +\\t", "\t")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
        if (whole.isEmpty()) {
            throw new UnreadableDocumentException("holds no text; pictures of texts, such as scans, are not read");
        }
        return whole;
    }
}
