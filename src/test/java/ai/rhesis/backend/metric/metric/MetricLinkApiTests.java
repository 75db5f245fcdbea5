package ai.rhesis.backend.metric.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What metrics judge: their links to requirements and test sets, and which of them a run takes.
@IntegrationTest
class MetricLinkApiTests {

    @Autowired
    Organizations organizations;

    @Autowired
    MetricService metrics;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/requirements", "/test_sets"})
    void metricsAreLinkedOnce(String path) {
        String owner = path + "/" + api.create(path, Map.of("name", "x"));
        String polite = metric("Polite");
        String brief = metric("Brief");
        assertThat(api.post(owner + "/metrics/" + polite, null).texts("name")).containsExactly("Polite");
        String tag = String.valueOf(api.get(owner).header("ETag"));
        assertThat(api.post(owner + "/metrics/" + polite, null).texts("name")).containsExactly("Polite");
        assertThat(api.get(owner).header("ETag")).isEqualTo(tag);
        assertThat(api.post(owner + "/metrics/" + brief, null).texts("name")).containsExactly("Brief", "Polite");
        assertThat(api.get(owner).header("ETag")).isNotEqualTo(tag);
        assertThat(api.get(owner + "/metrics?limit=1&sort_by=name&sort_order=asc")
                        .texts("name"))
                .containsExactly("Brief");
        assertThat(api.get(owner + "/metrics?limit=1").total()).isEqualTo(2);
        assertThat(api.delete(owner + "/metrics/" + polite).texts("name")).containsExactly("Brief");
        assertThat(api.delete(owner + "/metrics/" + polite).texts("name")).containsExactly("Brief");
        assertThat(api.delete(owner + "/metrics/" + brief).size()).isZero();
    }

    @Test
    void testSetIsFoundByItsOtherNames() {
        Answer set = api.post("/test_sets", Map.of("name", "Smoke"));
        String polite = metric("Polite");
        api.post("/test_sets/" + set.text("slug") + "/metrics/" + polite, null);
        assertThat(api.get("/test_sets/" + set.text("nano_id") + "/metrics").texts("id"))
                .containsExactly(polite);
        assertThat(api.delete("/test_sets/" + set.text("slug") + "/metrics/" + polite)
                        .size())
                .isZero();
        assertThat(api.get("/test_sets/nowhere/metrics").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/requirements", "/test_sets"})
    void deletedMetricIsNoLongerShownAndNotLinked(String path) {
        String owner = path + "/" + api.create(path, Map.of("name", "x"));
        String polite = metric("Polite");
        api.post(owner + "/metrics/" + polite, null);
        api.delete("/metrics/" + polite);
        assertThat(api.get(owner + "/metrics").size()).isZero();
        assertThat(api.post(owner + "/metrics/" + polite, null).status()).isEqualTo(410);
        assertThat(api.post(owner + "/metrics/" + UUID.randomUUID(), null).status())
                .isEqualTo(404);
        assertThat(api.post(owner + "/metrics/none", null).badFields()).containsExactly("path.metric_id");
        api.post("/recycle/metric/" + polite + "/restore", null);
        assertThat(api.get(owner + "/metrics").texts("id")).containsExactly(polite);
        api.delete(owner);
        assertThat(api.get(owner + "/metrics").status()).isEqualTo(410);
        assertThat(api.post(owner + "/metrics/" + polite, null).status()).isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/requirements", "/test_sets"})
    void otherOrganizationLinksNothing(String path) {
        String owner = path + "/" + api.create(path, Map.of("name", "x"));
        String polite = metric("Polite");
        api.post(owner + "/metrics/" + polite, null);
        Api other = organizations.create();
        String theirs = path + "/" + other.create(path, Map.of("name", "x"));
        assertThat(other.post(theirs + "/metrics/" + polite, null).status()).isEqualTo(404);
        assertThat(other.get(owner + "/metrics").status()).isEqualTo(404);
        assertThat(other.delete(owner + "/metrics/" + polite).status()).isEqualTo(404);
        assertThat(api.get(owner + "/metrics").size()).isEqualTo(1);
    }

    @Test
    void requirementShowsItsMetricsAndIsFoundByThem() {
        String kind = api.create("/requirements", Map.of("name", "Kind"));
        api.create("/requirements", Map.of("name", "Right"));
        String polite = metric("Polite");
        metric("Loose");
        api.post("/requirements/" + kind + "/metrics/" + polite, null);
        assertThat(api.get("/requirements/" + kind).text("metrics.0.name")).isEqualTo("Polite");
        assertThat(api.get("/requirements?$filter=metrics/any(m: m/name eq 'Polite')")
                        .texts("name"))
                .containsExactly("Kind");
        assertThat(api.get("/metrics?$filter=requirements/any(r: r/name eq 'Kind')")
                        .texts("name"))
                .containsExactly("Polite");
        assertThat(api.get("/metrics?$filter=not requirements/any()").texts("name"))
                .containsExactly("Loose");
        api.delete("/requirements/" + kind);
        assertThat(api.get("/metrics?$filter=requirements/any()").total()).isZero();
    }

    @Test
    void chosenMetricsGoBeforeThoseOfTheSetAndThoseBeforeTheRequirements() {
        Setting setting = new Setting();
        UUID chosen = UUID.fromString(metric("Chosen"));
        assertThat(setting.applying(List.of())).containsExactly("Of the requirement");
        api.post("/test_sets/" + setting.set + "/metrics/" + metric("Of the set"), null);
        assertThat(setting.applying(List.of())).containsExactly("Of the set");
        assertThat(setting.applying(List.of(
                        new MetricChoice(chosen, "is not looked at", null),
                        new MetricChoice(null, " OF the set ", null))))
                .containsExactly("Chosen", "Of the set");
        api.delete(
                "/metrics/" + api.get("/metrics?$filter=name eq 'Of the set'").text("0.id"));
        assertThat(setting.applying(List.of())).containsExactly("Of the requirement");
    }

    @Test
    void metricsApplyWithinTheirScope() {
        Setting setting = new Setting();
        UUID chosen = UUID.fromString(metric("Chosen"));
        ApplicableMetrics single = setting.applicable(List.of(new MetricChoice(chosen, null, null)));
        assertThat(single.forTest(null, false)).hasSize(1);
        assertThat(single.forTest(null, true)).isEmpty();
        ApplicableMetrics multi = setting.applicable(List.of(new MetricChoice(chosen, null, List.of("Multi-Turn"))));
        assertThat(multi.forTest(null, false)).isEmpty();
        assertThat(multi.forTest(null, true)).hasSize(1);
        ApplicableMetrics ofRequirement = setting.applicable(List.of());
        assertThat(ofRequirement.forTest(null, false)).isEmpty();
        assertThat(ofRequirement.forTest(UUID.randomUUID(), false)).isEmpty();
    }

    @Test
    void unknownChoiceIsNamed() {
        Setting setting = new Setting();
        List<MetricChoice> choices = List.of(
                new MetricChoice(null, "Of the requirement", null), new MetricChoice(UUID.randomUUID(), null, null));
        assertThatThrownBy(() -> setting.applicable(choices))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().toString()).contains("[body, metrics, 1]"));
    }

    @Test
    void snapshotHasWhatIsLeftToTheServer() {
        Setting setting = new Setting();
        api.create(
                "/metrics",
                Map.of(
                        "name",
                        "Numbers",
                        "score_type",
                        "numeric",
                        "max_score",
                        5,
                        "evaluation_prompt",
                        "How good?",
                        "metric_scope",
                        List.of("Single-Turn")));
        MetricSnapshot snapshot = setting.applicable(List.of(new MetricChoice(null, "Numbers", null)))
                .forTest(null, false)
                .getFirst();
        assertThat(snapshot.minScore()).isEqualTo(0);
        assertThat(snapshot.maxScore()).isEqualTo(5);
        assertThat(snapshot.threshold()).isEqualTo(2.5);
        assertThat(snapshot.isDeterministic()).isFalse();
    }

    private String metric(String name) {
        return api.create("/metrics", MetricApiTests.judge(name));
    }

    /// A test set and a requirement with a metric.
    private final class Setting {

        private final UUID set;
        private final UUID requirement;
        private final Tenant tenant;

        Setting() {
            Answer made = api.post("/test_sets", Map.of("name", "Smoke"));
            set = UUID.fromString(made.id());
            requirement = UUID.fromString(api.create("/requirements", Map.of("name", "Kind")));
            api.post("/requirements/" + requirement + "/metrics/" + metric("Of the requirement"), null);
            tenant = new Tenant(
                    UUID.fromString(String.valueOf(made.text("organization_id"))),
                    UUID.fromString(String.valueOf(made.text("user_id"))));
        }

        ApplicableMetrics applicable(List<MetricChoice> chosen) {
            return tenant.call(() -> metrics.applicable(chosen, set, List.of(requirement)));
        }

        List<String> applying(List<MetricChoice> chosen) {
            return applicable(chosen).forTest(requirement, false).stream()
                    .map(MetricSnapshot::name)
                    .toList();
        }
    }

    @Test
    void requirementsAreLinkedFromTheMetricAsWell() {
        String metric = api.create(
                "/metrics", Map.of("name", "Calm", "score_type", "binary", "evaluation_prompt", "Is it calm?"));
        String requirement = api.create("/requirements", Map.of("name", "Stays calm"));
        String path = "/metrics/" + metric + "/requirements";
        assertThat(api.get(path).total()).isZero();

        Answer linked = api.post(path + "/" + requirement, null);

        assertThat(linked.text("status")).isEqualTo("success");
        assertThat(linked.text("message")).isNotBlank();
        assertThat(api.post(path + "/" + requirement, null).text("status")).isEqualTo("success");
        Answer requirements = api.get(path + "?skip=0&limit=10&sort_by=created_at&sort_order=desc");
        assertThat(requirements.total()).isEqualTo(1);
        assertThat(requirements.texts("id")).containsExactly(requirement);
        assertThat(requirements.text("0.metrics.0.id")).isEqualTo(metric);
        Api other = organizations.create();
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.delete(path + "/" + requirement).status()).isEqualTo(404);
        assertThat(api.post(path + "/" + UUID.randomUUID(), null).status()).isEqualTo(404);
        assertThat(api.delete(path + "/" + requirement).text("status")).isEqualTo("success");
        assertThat(api.delete(path + "/" + requirement).status()).isEqualTo(404);
        assertThat(api.get("/requirements/" + requirement + "/metrics").total()).isZero();
    }
}
