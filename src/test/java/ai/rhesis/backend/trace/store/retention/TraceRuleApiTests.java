package ai.rhesis.backend.trace.store.retention;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.SentSpans;
import ai.rhesis.backend.support.StoredTraces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class TraceRuleApiTests {

    @Autowired
    private Organizations organizations;

    @Autowired
    private TraceRetention retention;

    private Api owner;
    private Tenant tenant;
    private String project;
    private StoredTraces traces;

    @BeforeEach
    void makeAProject(@Autowired TransactionTemplate transaction, @Autowired JdbcClient database) {
        owner = organizations.create();
        tenant = Organizations.tenantOf(owner);
        traces = new StoredTraces(tenant, transaction, database);
        project = owner.create("/projects", Map.of("name", "Bot"));
    }

    @Test
    void aProjectFollowsItsRuleThenTheOrganizationThenTheOperator() {
        assertThat(settings(project).at("effective_retention_days").asInt()).isEqualTo(90);
        assertThat(settings(project).at("effective_sample_share").asDouble()).isEqualTo(1);
        set(null, 30, 0.5);
        assertThat(settings(project).at("effective_retention_days").asInt()).isEqualTo(30);
        set(project, 7, null);
        Answer own = settings(project);
        assertThat(own.at("retention_days").asInt()).isEqualTo(7);
        assertThat(own.text("sample_share")).isNull();
        assertThat(own.at("effective_retention_days").asInt()).isEqualTo(7);
        assertThat(own.at("effective_sample_share").asDouble()).isEqualTo(0.5);
        set(project, null, null);
        assertThat(settings(project).at("effective_retention_days").asInt()).isEqualTo(30);
        assertThat(settings(null).at("retention_days").asInt()).isEqualTo(30);
    }

    @Test
    void badRulesAreNamed() {
        assertThat(set(project, 0, 1.5).badFields())
                .containsExactlyInAnyOrder("body.retention_days", "body.sample_share");
        assertThat(set(UUID.randomUUID().toString(), 1, 1.0).status()).isEqualTo(404);
        assertThat(set(project, 1, null, organizations.member(owner, "member")).status())
                .isEqualTo(403);
        Api stranger = organizations.create();
        assertThat(set(project, 1, null, stranger).status()).isEqualTo(404);
        assertThat(set(null, 1, null, owner.with("X-Project-Id", project)).status())
                .isEqualTo(403);
        assertThat(settings(project).at("effective_retention_days").asInt()).isEqualTo(90);
    }

    @Test
    void aShareOfTracesIsKeptWhole() {
        set(project, null, 0.3);
        List<SentSpans> sent =
                IntStream.range(0, 200).mapToObj(one -> SentSpans.of(project)).toList();
        for (int part : new int[] {1, 0}) {
            Answer answer = SentSpans.send(
                    owner, sent.stream().map(one -> one.child(part, 5)).toList());
            assertThat(answer.at("span_count").asInt()).isEqualTo(200);
        }
        assertThat(traces.count("trace")).isBetween(30L, 95L);
        assertThat(traces.count("span")).isEqualTo(2 * traces.count("trace"));
        set(project, null, 0.0);
        SentSpans.send(owner, List.of(SentSpans.of(project).root(0)));
        assertThat(traces.count("span")).isEqualTo(2 * traces.count("trace"));
    }

    @Test
    void tracesGoWhenTheirTimeIsOver() {
        String other = owner.create("/projects", Map.of("name", "Other"));
        set(null, 20, null);
        set(project, 5, null);
        SentSpans old = SentSpans.of(project);
        SentSpans alive = SentSpans.of(project);
        SentSpans elsewhere = SentSpans.of(other);
        SentSpans.send(owner, List.of(old.root(0), old.child(1, 0), alive.root(0), elsewhere.root(0)));
        traces.age(6);
        SentSpans.send(owner, List.of(alive.child(1, 0), SentSpans.of(project).root(0)));
        assertThat(retention.of(tenant)).isEqualTo(1);
        assertThat(traces.spans(old)).isEmpty();
        assertThat(traces.spans(alive)).hasSize(2);
        assertThat(traces.spans(elsewhere)).hasSize(1);
        traces.age(15);
        assertThat(retention.of(tenant)).isEqualTo(3);
        assertThat(traces.count("span")).isZero();
        assertThat(owner.get("/usage").at("resources.tracing_spans.used").asInt())
                .isEqualTo(6);
    }

    @Test
    void theCleanUpGoesThroughAllOrganizations() {
        Api other = organizations.create();
        StoredTraces others = new StoredTraces(Organizations.tenantOf(other), traces.transaction(), traces.database());
        SentSpans theirs = SentSpans.of(other.create("/projects", Map.of("name", "Bot")));
        SentSpans.send(other, List.of(theirs.root(0)));
        SentSpans.send(owner, List.of(SentSpans.of(project).root(0)));
        traces.age(91);
        retention.everywhere();
        assertThat(traces.count("trace")).isZero();
        assertThat(others.spans(theirs)).hasSize(1);
    }

    @Test
    void aLongTraceIsDeletedInParts() {
        sendLongTrace();
        assertThat(traces.count("span")).isEqualTo(6_000);
        traces.age(91);
        assertThat(retention.of(tenant)).isEqualTo(1);
        assertThat(traces.count("span")).isZero();
    }

    @Test
    void spansThatComeWhileALongTraceIsDeletedMakeATraceOfTheirOwn(@Autowired RetentionQueries rows) {
        SentSpans longOne = sendLongTrace();
        UUID dying = Objects.requireNonNull((UUID) traces.trace(longOne).get("id"));
        traces.age(91);
        assertThat(tenant.<Integer, RuntimeException>call(() -> rows.empty(dying, 90)))
                .isEqualTo(RetentionQueries.MAX_SPANS);
        SentSpans.send(owner, List.of(longOne.root(7_000), longOne.child(7_001, 7_000)));
        assertThat(traces.trace(longOne))
                .containsEntry("span_count", 2)
                .containsEntry("root_name", "function.step_7000");
        assertThat(traces.spans(longOne)).hasSize(2);
        assertThat(retention.of(tenant)).isEqualTo(1);
        assertThat(traces.count("trace")).isEqualTo(1);
        assertThat(traces.count("span")).isEqualTo(2);
        assertThat(owner.get("/telemetry/traces?project_id=" + project)
                        .at("traces.0.span_count")
                        .asInt())
                .isEqualTo(2);
    }

    /// Sends a trace of more spans than are deleted at once.
    private SentSpans sendLongTrace() {
        SentSpans longOne = SentSpans.of(project);
        for (int batch = 0; batch < 6; batch++) {
            int first = batch * 1_000;
            SentSpans.send(
                    owner,
                    IntStream.range(first, first + 1_000)
                            .mapToObj(number -> longOne.child(number, 0))
                            .toList());
        }
        return longOne;
    }

    private Answer settings(@Nullable String of) {
        return owner.get("/telemetry/settings" + query(of));
    }

    private Answer set(@Nullable String of, @Nullable Integer days, @Nullable Double share) {
        return set(of, days, share, owner);
    }

    private static Answer set(@Nullable String of, @Nullable Integer days, @Nullable Double share, Api caller) {
        Map<String, Object> rule = new HashMap<>();
        rule.put("retention_days", days);
        rule.put("sample_share", share);
        return caller.put("/telemetry/settings" + query(of), rule);
    }

    private static String query(@Nullable String of) {
        return of == null ? "" : "?project_id=" + of;
    }
}
