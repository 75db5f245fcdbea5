package ai.rhesis.backend.platform.query;

import org.apache.olingo.server.core.uri.parser.UriTokenizer;

/// The parser's tokenizer, extended to remember how far it has read, because the parser's errors don't say.
final class FilterTokenizer extends UriTokenizer {

    private final String text;
    private int begin;
    private int end;
    private int savedBegin;
    private int savedEnd;

    FilterTokenizer(String text) {
        super(text);
        this.text = text;
    }

    @Override
    public boolean next(TokenKind kind) {
        boolean isNext = super.next(kind);
        if (isNext) {
            String token = getText();
            begin = Math.max(end, text.indexOf(token.strip(), end));
            end = begin + token.strip().length();
        }
        return isNext;
    }

    @Override
    public void saveState() {
        super.saveState();
        savedBegin = begin;
        savedEnd = end;
    }

    @Override
    public void returnToSavedState() {
        super.returnToSavedState();
        begin = savedBegin;
        end = savedEnd;
    }

    /// Returns the place of the last token that the parser took.
    int lastTaken() {
        return begin;
    }

    boolean isAtEnd() {
        return firstRefused() == text.length();
    }

    /// Returns the place of the first token that the parser did not take.
    int firstRefused() {
        int place = end;
        while (place < text.length() && text.charAt(place) == ' ') {
            place++;
        }
        return place;
    }
}
