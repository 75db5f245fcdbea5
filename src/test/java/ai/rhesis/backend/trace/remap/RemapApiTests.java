package ai.rhesis.backend.trace.remap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TestDatabase;
import ai.rhesis.backend.trace.dialect.Dialects;
import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.store.SpanStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class RemapApiTests {

    /// What an earlier version could have read: hardly anything, and that wrongly.
    private static final String READ_WRONGLY = """
            update app.span
            set mapping_version = 0, dialect = null, operation = null, input = null, model = null, input_tokens = null,
                output_tokens = null, total_tokens = 3, conversation_id = 'wrong'
            where project_id = '%s'
            """;
    private static final String SUMMED_UP_WRONGLY = """
            update app.trace
            set total_tokens = 3, root_input = 'wrong', conversation_id = 'wrong', search_text = 'wrong'
            where project_id = '%s'
            """;
    private static final String SPANS = """
            select concat_ws(' ', mapping_version, dialect, operation, input, model, input_tokens, output_tokens,
                             total_tokens, conversation_id)
            from app.span
            where project_id = '%s'
            order by id
            """;
    private static final String TRACES = """
            select concat_ws(' ', total_tokens, root_input, conversation_id, span_count, search_text, last_received_at)
            from app.trace
            where project_id = '%s'
            order by id
            """;

    @Autowired
    private Organizations organizations;

    @Autowired
    private SpanStore store;

    private Api owner;
    private Tenant tenant;
    private UUID project;

    @BeforeEach
    void makeAProject() {
        owner = organizations.create();
        tenant = Organizations.tenantOf(owner);
        project = UUID.fromString(owner.create("/projects", Map.of("name", "Bot")));
    }

    @Test
    void spansThatAnEarlierVersionReadAreReadAnewWithTheSumsOfTheirTraces() {
        keep(ModelSpans.of(project).some(0, 3));
        keep(ModelSpans.of(project).some(0, 2));
        List<String> spans = rows(SPANS);
        List<String> traces = rows(TRACES);
        readWrongly(project);
        assertThat(rows(SPANS)).isNotEqualTo(spans);

        Answer done = remap(owner, Map.of());

        assertThat(done.at("total_spans").asLong()).isEqualTo(5);
        assertThat(done.at("done_spans").asLong()).isEqualTo(5);
        assertThat(done.at("percent").asInt()).isEqualTo(100);
        assertThat(rows(SPANS))
                .isEqualTo(spans)
                .allMatch(row -> row.startsWith(Dialects.VERSION + " gen_ai llm.invoke"));
        assertThat(rows(TRACES)).isEqualTo(traces);
    }

    @Test
    void theConversationThatASpanTellsStaysItsOwn() {
        ModelSpans spans = ModelSpans.of(project);
        keep(List.of(spans.span(0, "told"), spans.span(1, null)));
        readWrongly(project);

        remap(owner, Map.of());

        assertThat(rows(SPANS))
                .satisfiesExactly(
                        told -> assertThat(told).endsWith(" told"),
                        read -> assertThat(read).endsWith(" read"));
        assertThat(rows(TRACES)).singleElement().asString().contains("told");
    }

    @Test
    void onlyTheNamedProjectIsReadAnew() {
        UUID other = UUID.fromString(owner.create("/projects", Map.of("name", "Other bot")));
        keep(ModelSpans.of(project).some(0, 2));
        keep(ModelSpans.of(other).some(0, 2));
        readWrongly(project);
        readWrongly(other);

        assertThat(remap(owner, Map.of("project_id", other)).at("total_spans").asLong())
                .isEqualTo(2);
        assertThat(rows(SPANS)).allMatch(row -> row.startsWith("0 "));
        assertThat(remap(owner.with("X-Project-Id", project.toString()), Map.of())
                        .at("done_spans")
                        .asLong())
                .isEqualTo(2);
        assertThat(rows(SPANS)).noneMatch(row -> row.startsWith("0 "));
    }

    @Test
    void onlyTheNamedTracesAreReadAnew() {
        ModelSpans named = ModelSpans.of(project);
        keep(named.some(0, 2));
        keep(ModelSpans.of(project).some(0, 2));
        readWrongly(project);

        Answer done = remap(owner, Map.of("trace_ids", List.of(named.traceId().toUpperCase())));

        assertThat(done.text("trace_ids.0")).isEqualTo(named.traceId());
        assertThat(done.at("done_spans").asLong()).isEqualTo(2);
        assertThat(rows(SPANS)).filteredOn(row -> row.startsWith("0 ")).hasSize(2);
    }

    @Test
    void spansOfTodayAreLeftAlone() {
        keep(ModelSpans.of(project).some(0, 2));
        List<String> before = rows("select xmin::text from app.span where project_id = '%s' order by id");

        assertThat(remap(owner, Map.of()).at("total_spans").asLong()).isZero();

        assertThat(rows("select xmin::text from app.span where project_id = '%s' order by id"))
                .isEqualTo(before);
    }

    @Test
    void badFieldsAreNamed() {
        assertThat(owner.post(
                                "/telemetry/remap",
                                Map.of("trace_ids", List.of("12"), "before_version", 0, "project_id", "x"))
                        .badFields())
                .containsExactlyInAnyOrder("body.trace_ids.0", "body.before_version", "body.project_id");
        assertThat(owner.post("/telemetry/remap", Map.of("trace_ids", List.of()))
                        .badFields())
                .containsExactly("body.trace_ids");
        assertThat(owner.post("/telemetry/remap", Map.of("before_version", Dialects.VERSION + 1))
                        .badFields())
                .containsExactly("body.before_version");
        assertThat(owner.post("/telemetry/remap", Map.of("project_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.project_id");
        assertThat(owner.get("/telemetry/remap/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void onlyOwnersAskForARemapAndAllReadItsProgress() {
        Api member = organizations.member(owner, "member");
        assertThat(member.post("/telemetry/remap", Map.of()).status()).isEqualTo(403);
        String id = remap(owner, Map.of()).id();
        assertThat(member.get("/telemetry/remap/" + id).text("state")).isEqualTo("Completed");
    }

    @Test
    void anotherOrganizationReadsAndChangesNothingOfThisOne() {
        keep(ModelSpans.of(project).some(0, 2));
        readWrongly(project);
        String ours = remap(owner, Map.of("trace_ids", List.of("0".repeat(32)))).id();
        Api stranger = organizations.create();

        assertThat(stranger.get("/telemetry/remap/" + ours).status()).isEqualTo(404);
        assertThat(stranger.post("/telemetry/remap", Map.of("project_id", project))
                        .badFields())
                .containsExactly("body.project_id");
        assertThat(remap(stranger, Map.of()).at("total_spans").asLong()).isZero();
        assertThat(rows(SPANS)).allMatch(row -> row.startsWith("0 "));
    }

    private void keep(List<PlacedSpan> spans) {
        tenant.call(() -> store.receive(spans));
    }

    private static void readWrongly(UUID project) {
        TestDatabase.update(READ_WRONGLY.formatted(project));
        TestDatabase.update(SUMMED_UP_WRONGLY.formatted(project));
    }

    private List<String> rows(String sql) {
        return TestDatabase.column(sql.formatted(project));
    }

    private static Answer remap(Api api, Map<String, ?> body) {
        Answer answer = api.post("/telemetry/remap", body);
        assertThat(answer.status()).isEqualTo(200);
        return awaitEnd(api, answer);
    }

    private static Answer awaitEnd(Api api, Answer begun) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> api.get("/telemetry/remap/" + begun.id()),
                        answer -> "Completed".equals(answer.text("state")));
    }
}
