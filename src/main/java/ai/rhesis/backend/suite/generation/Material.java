package ai.rhesis.backend.suite.generation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The documents that tests are written from, cut into excerpts: each call gets the next one, so that all of the
/// documents have their share.
public final class Material {

    public static final Material NONE = new Material(List.of());

    /// The number of documents that one generation takes.
    public static final int MAX_SOURCES = 20;

    private static final int MAX_EXCERPTS = 200;
    private static final int EXCERPT_LENGTH = 6_000;
    private static final int MIN_BATCH = 5;
    private static final int MIN_BREAK = EXCERPT_LENGTH / 2;

    private final List<Excerpt> excerpts;

    private Material(List<Excerpt> excerpts) {
        this.excerpts = excerpts;
    }

    /// Cuts documents into excerpts, 200 in all, of which each document has its share and its turn.
    public static Material of(List<Document> documents) {
        int share = Math.max(1, MAX_EXCERPTS / Math.max(1, documents.size()));
        List<List<Excerpt>> all =
                documents.stream().map(document -> excerpts(document, share)).toList();
        List<Excerpt> inTurn = new ArrayList<>();
        for (int turn = 0; turn < share; turn++) {
            for (List<Excerpt> ofOne : all) {
                if (turn < ofOne.size()) {
                    inTurn.add(ofOne.get(turn));
                }
            }
        }
        return new Material(inTurn);
    }

    private static List<Excerpt> excerpts(Document document, int share) {
        List<Excerpt> excerpts = new ArrayList<>();
        String rest = document.text().strip();
        while (!rest.isEmpty() && excerpts.size() < share) {
            int end = end(rest);
            excerpts.add(new Excerpt(document.title(), rest.substring(0, end).strip()));
            rest = rest.substring(end).strip();
        }
        return excerpts;
    }

    /// Returns how many characters of a document are looked at, when there are so many of them.
    public static int lengthOfEach(int documents) {
        return Math.max(1, MAX_EXCERPTS / Math.max(1, documents)) * EXCERPT_LENGTH;
    }

    /// Returns how many tests one call asks for, so that as many excerpts as possible are used.
    ///
    /// @param batch how many it asks for without documents
    public int batch(int tests, int batch) {
        return excerpts.isEmpty()
                ? batch
                : Math.clamp(Math.ceilDiv(tests, excerpts.size()), Math.min(MIN_BATCH, batch), batch);
    }

    /// Returns the place of the excerpt for a call; null without any.
    @Nullable
    Integer placeFor(int call) {
        return excerpts.isEmpty() ? null : Integer.valueOf(call % excerpts.size());
    }

    @Nullable
    Excerpt at(@Nullable Integer place) {
        return place == null || place >= excerpts.size() ? null : excerpts.get(place);
    }

    /// Ends an excerpt behind a paragraph, a line or a word, where there is one in its second half.
    private static int end(String text) {
        if (text.length() <= EXCERPT_LENGTH) {
            return text.length();
        }
        for (String border : new String[] {"\n\n", "\n", " "}) {
            int end = text.lastIndexOf(border, EXCERPT_LENGTH);
            if (end >= MIN_BREAK) {
                return end;
            }
        }
        return Character.isHighSurrogate(text.charAt(EXCERPT_LENGTH - 1)) ? EXCERPT_LENGTH - 1 : EXCERPT_LENGTH;
    }

    /// A document with its text.
    public record Document(String title, String text) {}

    /// A part of a document.
    record Excerpt(String title, String text) {}
}
