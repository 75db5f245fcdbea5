package ai.rhesis.backend.trace.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/// Trees of spans, also of those that form none.
class SpanTreeTests {

    private static final Instant BEGIN = Instant.parse("2026-11-27T04:00:00Z");
    private static final DerivedView NOTHING =
            new DerivedView(1, null, null, null, null, null, null, null, null, null, null, null, null, null);

    @Test
    void theEarliestOfACircleIsARoot() {
        List<SpanBranch> roots =
                SpanTree.of(List.of(span("a", "c", 2), span("b", "a", 3), span("c", "b", 1), span("d", "d", 0)));

        assertThat(names(roots)).containsExactly("d", "c");
        assertThat(names(roots.get(1).children())).containsExactly("a");
        assertThat(names(roots.get(1).children().getFirst().children())).containsExactly("b");
    }

    @Test
    void aChainIsNoDeeperThanClientsRead() {
        List<StoredSpan> chain = IntStream.range(0, 10_000)
                .mapToObj(number -> span("s" + number, number == 0 ? null : "s" + (number - 1), number))
                .toList();

        List<SpanBranch> level = SpanTree.of(chain);
        List<String> seen = new ArrayList<>();
        int depth = 0;
        while (!level.isEmpty()) {
            depth++;
            seen.addAll(names(level));
            level = level.stream().flatMap(branch -> branch.children().stream()).toList();
        }

        assertThat(depth).isEqualTo(SpanBranch.MAX_DEPTH);
        assertThat(seen).isEqualTo(names(chain.stream().map(SpanBranch::root).toList()));
    }

    private static List<String> names(List<SpanBranch> branches) {
        return branches.stream().map(branch -> branch.span().name()).toList();
    }

    private static StoredSpan span(String name, @Nullable String parent, int start) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return new StoredSpan(
                UUID.randomUUID(),
                name,
                parent,
                name,
                "INTERNAL",
                BEGIN.plusMillis(start),
                BEGIN.plusMillis(start + 1L),
                "OK",
                null,
                json.objectNode(),
                json.arrayNode(),
                json.arrayNode(),
                json.objectNode(),
                json.objectNode(),
                NOTHING);
    }
}
