package ai.rhesis.backend.trace.view;

import static java.util.Comparator.comparingInt;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.query.QueryParameters;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.SentTrace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The list of single spans, beside the same spans sorted and chosen here.
@IntegrationTest
class SpanListApiTests {

    private static final int MILLIS_BETWEEN_TRACES = 10_000;
    private static final String IN_ORDER = "abcdefgh";

    @Autowired
    Organizations organizations;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    Api api;
    String project;

    @BeforeEach
    void ownProject() {
        api = organizations.create();
        project = api.create("/projects", Map.of("name", "Bot"));
    }

    @Test
    void pagesOfAllSpansFollowEachOtherAcrossTraces() {
        List<Sent> sent = sendTraces(3, 1, 8, 2, 5);

        assertThat(inPages("", 4)).isEqualTo(names(sent, span -> true));
        assertThat(inPages("", 1)).isEqualTo(names(sent, span -> true));
        assertThat(list("", 100, 0).at("total").asInt()).isEqualTo(sent.size());
        assertThat(list("", 3, 100).at("traces").size()).isZero();
        assertThat(list("", 3, 100).at("total").asInt()).isEqualTo(sent.size());
    }

    @Test
    void conditionsAreOnEachSpan() {
        List<Sent> sent = sendTraces(7, 2, 8, 4, 1, 6);

        assertFound("span_name=step c", span -> span.letter().equals("c"), sent);
        assertFound("status_code=ERROR", Sent::isFailed, sent);
        assertFound("status_code=UNSET", span -> !span.isFailed(), sent);
        assertFound("duration_min_ms=400", span -> span.millis() >= 400, sent);
        assertFound("duration_max_ms=399", span -> span.millis() <= 399, sent);
        assertFound("start_time_after=" + at(20_000), span -> span.begin() >= 20_000, sent);
        assertFound("start_time_before=" + at(20_000), span -> span.begin() <= 20_000, sent);
        assertFound(
                "start_time_after=" + at(10_000) + "&status_code=ERROR&duration_max_ms=700",
                span -> span.begin() >= 10_000 && span.isFailed() && span.millis() <= 700,
                sent);
        assertFound("duration_min_ms=1e300", span -> false, sent);
        assertFound("duration_max_ms=1e300", span -> true, sent);
        assertFound("environment=staging&span_name=step a", span -> false, sent);
    }

    @Test
    void conditionsAreTriedOnSpansOfTheNewestTracesAndTheListSaysHowFar() {
        List<Sent> sent = sendTraces(2, 2, 2, 2);

        assertThat(bounded(3, 100, "step a")).isEqualTo(new Found(3, SentTrace.BEGIN.plusMillis(begin(1))));
        assertThat(bounded(100, 5, "step a")).isEqualTo(new Found(2, SentTrace.BEGIN.plusMillis(begin(2))));
        assertThat(bounded(100, 4, "nothing")).isEqualTo(new Found(0, SentTrace.BEGIN.plusMillis(begin(2))));
        assertThat(bounded(4, 8, "step a")).isEqualTo(new Found(4, null));
        assertThat(sent).hasSize(8);
    }

    @Test
    void whoGoesOnFromThereFindsTheRest() {
        sendTraces(2, 2, 2, 2);

        Found newest = bounded(2, 100, "step b");
        Found before = totalIn(2, 100, "step b", at(begin(2)));

        assertThat(newest).isEqualTo(new Found(2, SentTrace.BEGIN.plusMillis(begin(2))));
        assertThat(before).isEqualTo(new Found(1, SentTrace.BEGIN.plusMillis(begin(1))));
        assertThat(totalIn(2, 100, "step b", at(begin(1)))).isEqualTo(new Found(1, null));
    }

    private Found bounded(int maxTraces, int maxSpans, String name) {
        return totalIn(maxTraces, maxSpans, name, null);
    }

    private Found totalIn(int maxTraces, int maxSpans, String name, @Nullable String before) {
        SpanListQueries bounded = new SpanListQueries(database, maxTraces, maxSpans);
        Map<String, String> query = before == null
                ? Map.of("root_spans_only", "false", "span_name", name)
                : Map.of("root_spans_only", "false", "span_name", name, "start_time_before", before);
        TraceFilter filter = TraceFilter.of(new QueryParameters(query::get));
        SpanPage page = Organizations.tenantOf(api)
                .call(() -> transaction.execute(status -> bounded.search(filter, new TracePage(100, 0))));
        assertThat(page.spans()).hasSize((int) page.total());
        return new Found(page.total(), page.searchedBackTo());
    }

    private void assertFound(String conditions, Predicate<Sent> matching, List<Sent> sent) {
        List<String> expected = names(sent, matching);

        assertThat(inPages("&" + conditions, 3)).as(conditions).isEqualTo(expected);
        Answer beyond = list("&" + conditions, 3, 500);
        assertThat(beyond.at("total").asInt()).as(conditions).isEqualTo(expected.size());
        assertThat(beyond.json().has("searched_back_to")).isFalse();
    }

    private List<String> inPages(String conditions, int limit) {
        List<String> names = new ArrayList<>();
        List<String> page = List.of("");
        for (int offset = 0; !page.isEmpty(); offset += limit) {
            Answer answer = list(conditions, limit, offset);
            page = IntStream.range(0, answer.at("traces").size())
                    .mapToObj(place -> answer.at("traces." + place + ".trace_id")
                                    .asString() + " "
                            + answer.at("traces." + place + ".root_operation").asString())
                    .toList();
            names.addAll(page);
        }
        return names;
    }

    private Answer list(String conditions, int limit, int offset) {
        return api.get("/telemetry/traces?root_spans_only=false&project_id=" + project + conditions.replace(" ", "+")
                + "&limit=" + limit + "&offset=" + offset);
    }

    /// Sends traces of so many spans each, one after the other: their roots begin first and end by chance.
    private List<Sent> sendTraces(int... sizes) {
        Random chance = new Random(sizes.length);
        List<Sent> sent = new ArrayList<>();
        for (int number = 0; number < sizes.length; number++) {
            SentTrace trace = new SentTrace(api, project);
            for (int place = 0; place < sizes[number]; place++) {
                Sent span = new Sent(
                        number,
                        trace.traceId(),
                        IN_ORDER.substring(place, place + 1),
                        begin(number) + place * 100,
                        1 + chance.nextInt(1_000),
                        chance.nextInt(3) == 0);
                trace.span(
                        span.letter(), place == 0 ? null : "a", span.begin(), span.millis(), Map.of(), span.status());
                sent.add(span);
            }
            trace.send();
        }
        return sent;
    }

    private static int begin(int trace) {
        return trace * MILLIS_BETWEEN_TRACES;
    }

    private static String at(int millis) {
        Instant moment = SentTrace.BEGIN.plusMillis(millis);
        return moment.toString();
    }

    private static List<String> names(List<Sent> sent, Predicate<Sent> matching) {
        Comparator<Sent> newestTrace = comparingInt(Sent::trace).reversed();
        return sent.stream()
                .filter(matching)
                .sorted(newestTrace.thenComparingInt(Sent::begin))
                .map(span -> span.traceId() + " step " + span.letter())
                .toList();
    }

    private record Sent(int trace, String traceId, String letter, int begin, int millis, boolean isFailed) {

        Map<String, ?> status() {
            return isFailed ? Map.of("status", Map.of("code", 2)) : Map.of();
        }
    }

    private record Found(long total, @Nullable Instant searchedBackTo) {}
}
