package ai.rhesis.backend.trace.view;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.SecondNode;
import ai.rhesis.backend.support.SentSpans;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Reads a trace of spans that are as long as they may be.
class LongSpanTreeTests {

    private static final int SPANS = 150;
    private static final int AT_ONCE = 10;

    @Test
    void itIsReadByANodeWithASmallHeap() {
        // a twentieth of 512 MB
        try (SecondNode node =
                SecondNode.start("--spring.datasource.hikari.data-source-properties.maxResultBuffer=25M")) {
            Api owner = node.server().create();
            SentSpans spans = SentSpans.of(owner.create("/projects", Map.of("name", "Bot")));
            Map<String, String> attributes =
                    IntStream.range(0, 4).boxed().collect(toMap(part -> "text" + part, part -> "x".repeat(60_000)));
            for (int first = 0; first < SPANS; first += AT_ONCE) {
                List<Map<String, Object>> some = IntStream.range(first, first + AT_ONCE)
                        .mapToObj(number -> spans.span(number, null, attributes))
                        .toList();
                assertThat(SentSpans.send(owner, some).status()).isEqualTo(200);
            }
            Answer tree = owner.get("/telemetry/traces/" + spans.traceId() + "?project_id=" + spans.project());
            assertThat(tree.status()).isEqualTo(200);
            assertThat(tree.at("root_spans").size()).isEqualTo(SPANS);
        }
    }
}
