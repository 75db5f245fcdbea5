package ai.rhesis.backend.trace.store.reread;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Spans;
import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.span.TraceKey;
import ai.rhesis.backend.trace.store.SpanStore;
import ai.rhesis.backend.trace.store.digest.TraceQueries;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@IntegrationTest
class RereadWriterTests {

    @Test
    void longSpansAreReadAgainInPartsThatFitIntoMemory(
            @Autowired Organizations organizations,
            @Autowired SpanStore store,
            @Autowired TraceQueries traces,
            @Autowired TransactionTemplate transaction,
            @Autowired RereadWriter writer) {
        Api owner = organizations.create();
        Tenant tenant = Organizations.tenantOf(owner);
        Spans spans = Spans.of(UUID.fromString(owner.create("/projects", Map.of("name", "Bot"))));
        ObjectNode attributes = JsonMapper.shared().createObjectNode();
        for (int part = 0; part < 3; part++) {
            attributes.put("text " + part, "x".repeat(60_000));
        }
        List<PlacedSpan> delivered = IntStream.range(0, 40)
                .mapToObj(number -> spans.span(number, null, attributes.deepCopy()))
                .toList();
        tenant.call(() -> store.receive(delivered));
        TraceKey key = new TraceKey(spans.projectId(), spans.traceId());
        List<UUID> row = tenant.call(() -> transaction.execute(
                status -> List.of(traces.lock(List.of(key)).getFirst().id())));
        KeptSpans first = tenant.call(() -> writer.load(row, null));
        assertThat(first.spans()).hasSizeBetween(20, 25);
        assertThat(first.hasMore()).isTrue();
        KeptSpans second = tenant.call(() -> writer.load(row, first.last().id()));
        assertThat(second.spans()).hasSize(40 - first.spans().size());
        assertThat(second.hasMore()).isFalse();
    }
}
