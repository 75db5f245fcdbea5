package ai.rhesis.backend.trace.store.digest;

import ai.rhesis.backend.trace.store.limit.Shortened;
import ai.rhesis.backend.trace.store.reading.ReadSpan;
import ai.rhesis.backend.trace.store.reading.ToldLinks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The text by which a trace is found: lines in lower case, each once and shortened, while there is room.
final class SearchText {

    /// In characters: a row that is not much longer is stored without being compressed.
    private static final int MAX_LENGTH = 1_200;

    private static final int MAX_LINE = 300;

    private SearchText() {}

    static String of(ReadSpan span, ToldLinks links) {
        return add(
                "",
                Stream.of(
                                span.span().name(),
                                span.span().statusMessage(),
                                links.endpointName(),
                                links.endpointUrl(),
                                span.span().parentSpanId() == null ? span.conversationInput() : null,
                                span.span().parentSpanId() == null ? span.conversationOutput() : null)
                        .toList());
    }

    static String join(String text, String later) {
        return add(text, List.of(later.split("\n")));
    }

    private static String add(String text, List<@Nullable String> more) {
        Set<String> lines = new LinkedHashSet<>(List.of(text.split("\n")));
        StringBuilder joined = new StringBuilder(text);
        for (String line : more) {
            String added = line == null ? "" : line(line);
            if (!added.isEmpty() && joined.length() + added.length() < MAX_LENGTH && lines.add(added)) {
                joined.append(joined.isEmpty() ? "" : "\n").append(added);
            }
        }
        return joined.toString();
    }

    private static String line(String text) {
        return Shortened.text(text, MAX_LINE).replace('\n', ' ').strip().toLowerCase(Locale.ROOT);
    }
}
