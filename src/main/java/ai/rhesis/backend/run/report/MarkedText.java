package ai.rhesis.backend.run.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.text.diff.CommandVisitor;
import org.apache.commons.text.diff.StringsComparator;

/// Two texts word by word, with the words marked that only one of them has.
///
/// @param before the pieces of the first text in their order
/// @param after the pieces of the second text
public record MarkedText(List<Piece> before, List<Piece> after) {

    /// Longer texts are shown without marks, for comparing takes the product of words and differences.
    static final int MAX_WORDS = 1_500;

    private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{N}_]+|.", Pattern.DOTALL);

    static MarkedText of(String before, String after) {
        List<String> first = words(before);
        List<String> second = words(after);
        if (first.size() > MAX_WORDS || second.size() > MAX_WORDS) {
            return new MarkedText(List.of(new Piece(before, false)), List.of(new Piece(after, false)));
        }
        Map<String, Character> letters = new HashMap<>();
        Marks marks = new Marks(first, second);
        new StringsComparator(spelt(first, letters), spelt(second, letters))
                .getScript()
                .visit(marks);
        return new MarkedText(marks.before.pieces, marks.after.pieces);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /// Writes one letter for each word, so that words are compared as letters are.
    private static String spelt(List<String> words, Map<String, Character> letters) {
        StringBuilder spelt = new StringBuilder(words.size());
        words.forEach(word -> spelt.append((char) letters.computeIfAbsent(word, next -> (char) letters.size())));
        return spelt.toString();
    }

    /// A part of a text; marked where the other text does not have it.
    public record Piece(String text, boolean isMarked) {}

    /// The pieces of one text as they grow.
    private static final class Side {

        private final List<String> words;
        private final List<Piece> pieces = new ArrayList<>();
        private int next;

        Side(List<String> words) {
            this.words = words;
        }

        void take(boolean isMarked) {
            String word = words.get(next++);
            if (!pieces.isEmpty() && pieces.getLast().isMarked() == isMarked) {
                pieces.add(new Piece(pieces.removeLast().text() + word, isMarked));
            } else {
                pieces.add(new Piece(word, isMarked));
            }
        }
    }

    private static final class Marks implements CommandVisitor<Character> {

        private final Side before;
        private final Side after;

        Marks(List<String> before, List<String> after) {
            this.before = new Side(before);
            this.after = new Side(after);
        }

        @Override
        public void visitKeepCommand(Character letter) {
            before.take(false);
            after.take(false);
        }

        @Override
        public void visitDeleteCommand(Character letter) {
            before.take(true);
        }

        @Override
        public void visitInsertCommand(Character letter) {
            after.take(true);
        }
    }
}
