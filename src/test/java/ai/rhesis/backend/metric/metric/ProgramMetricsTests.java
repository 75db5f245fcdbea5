package ai.rhesis.backend.metric.metric;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.integration.connector.MetricRegistry;
import ai.rhesis.backend.integration.connector.RegisteredMetric;
import ai.rhesis.backend.integration.connector.SdkService;
import ai.rhesis.backend.integration.connector.SyncStats;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class ProgramMetricsTests {

    @Autowired
    Organizations organizations;

    @Autowired
    MetricRegistry metrics;

    private Api api;
    private Answer project;
    private SdkService shop;
    private SdkService bank;

    @BeforeEach
    void ownServices() {
        api = organizations.create();
        project = api.post("/projects", Map.of("name", "Shop"));
        shop = new SdkService(UUID.fromString(project.id()), "development");
        bank = new SdkService(
                UUID.fromString(api.post("/projects", Map.of("name", "Bank")).id()), "production");
    }

    @Test
    void registeredMetricIsAMetric() {
        assertThat(register(shop, metric("accuracy", "input", "output", "expected_output", "context")))
                .isEqualTo(new SyncStats(1, 0, 0, List.of()));

        JsonNode metric = stored("accuracy");
        assertThat(metric.at("/backend_type/type_value").asString()).isEqualTo("sdk");
        assertThat(metric.at("/metric_type/type_value").asString()).isEqualTo("custom-code");
        assertThat(metric.path("class_name").asString()).isEqualTo("accuracy");
        assertThat(metric.path("description").asString()).isEqualTo("judges");
        assertThat(metric.path("score_type").asString()).isEqualTo("numeric");
        assertThat(metric.path("metric_scope").toString()).isEqualTo("[\"Single-Turn\"]");
        assertThat(metric.path("ground_truth_required").asBoolean()).isTrue();
        assertThat(metric.path("context_required").asBoolean()).isTrue();
        assertThat(metric.at("/status/name").asString()).isEqualTo("Active");
        JsonNode connection = JsonMapper.shared()
                .readTree(metric.path("evaluation_examples").asString())
                .path("sdk_connection");
        assertThat(connection.path("metric_name").asString()).isEqualTo("accuracy");
        assertThat(connection.path("accepted_params").toString())
                .isEqualTo("[\"input\",\"output\",\"expected_output\",\"context\"]");
        assertThat(connection.path("last_registered").isString()).isTrue();
    }

    @Test
    void nothingIsWrittenWhenNothingChanged() {
        register(shop, metric("accuracy", "input", "output"));
        JsonNode before = list();

        assertThat(register(shop, metric("accuracy", "input", "output"))).isEqualTo(SyncStats.NONE);
        assertThat(list()).isEqualTo(before);
    }

    @Test
    void changedMetricIsChanged() {
        register(shop, metric("accuracy", "input", "output"));

        assertThat(register(shop, metric("accuracy", "input", "output", "context")))
                .isEqualTo(new SyncStats(0, 1, 0, List.of()));
        assertThat(stored("accuracy").path("context_required").asBoolean()).isTrue();
    }

    @Test
    void vanishedMetricIsInactiveUntilItIsBack() {
        register(shop, metric("accuracy", "input", "output"), metric("tone", "input", "output"));

        assertThat(register(shop, metric("tone", "input", "output"))).isEqualTo(new SyncStats(0, 0, 1, List.of()));
        assertThat(statusOf("accuracy")).isEqualTo("Inactive");
        assertThat(register(shop, metric("tone", "input", "output"), metric("accuracy", "input", "output")))
                .isEqualTo(new SyncStats(0, 1, 0, List.of()));
        assertThat(statusOf("accuracy")).isEqualTo("Active");
    }

    @Test
    void servicesOfOneOrganizationDoNotSwitchEachOtherOff() {
        register(shop, metric("accuracy", "input", "output"));

        assertThat(register(bank, metric("risk", "input", "output"))).isEqualTo(new SyncStats(1, 0, 0, List.of()));
        assertThat(register(null, metric("tone", "input", "output"))).isEqualTo(new SyncStats(1, 0, 0, List.of()));
        assertThat(List.of(statusOf("accuracy"), statusOf("risk"), statusOf("tone")))
                .containsOnly("Active");
    }

    @Test
    void metricOfTwoServicesIsActiveAsLongAsOneHasIt() {
        register(shop, metric("accuracy", "input", "output"));
        assertThat(register(bank, metric("accuracy", "input", "output"))).isEqualTo(new SyncStats(0, 1, 0, List.of()));

        assertThat(register(shop, metric("tone", "input", "output"))).isEqualTo(new SyncStats(1, 0, 0, List.of()));
        assertThat(statusOf("accuracy")).isEqualTo("Active");
        assertThat(register(bank, metric("risk", "input", "output"))).isEqualTo(new SyncStats(1, 0, 1, List.of()));
        assertThat(statusOf("accuracy")).isEqualTo("Inactive");
    }

    @Test
    void otherMetricOfTheSameNameIsLeftAlone() {
        api.post("/metrics", Map.of("name", "accuracy", "score_type", "binary", "evaluation_prompt", "Is it right?"));

        assertThat(register(shop, metric("accuracy", "input", "output")).created())
                .isEqualTo(1);
        assertThat(list().valueStream()
                        .map(metric -> metric.at("/backend_type/type_value").asString()))
                .containsExactlyInAnyOrder("custom", "sdk");
    }

    @Test
    void otherExamplesAreKept() {
        register(shop, metric("accuracy", "input", "output"));
        String id = stored("accuracy").path("id").asString();
        api.put("/metrics/" + id, Map.of("evaluation_examples", "{\"mine\": 1}"));

        assertThat(register(shop, metric("accuracy", "input", "output")).created())
                .as("a metric that no longer says whose it is, is nobody's")
                .isEqualTo(1);
        assertThat(api.get("/metrics/" + id).text("evaluation_examples")).isEqualTo("{\"mine\": 1}");
    }

    @Test
    void thresholdOfAPersonIsKept() {
        register(shop, metric("accuracy", "input", "output"));
        String id = stored("accuracy").path("id").asString();
        Answer changed = api.put("/metrics/" + id, Map.of("threshold", 5));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(register(shop, metric("accuracy", "input", "output"))).isEqualTo(SyncStats.NONE);
        assertThat(stored("accuracy").path("threshold").asDouble()).isEqualTo(5);
    }

    @Test
    void unusableMetricIsNamedAndKeepsNoOtherOut() {
        RegisteredMetric odd = new RegisteredMetric("odd", List.of(), null, Map.of("score_type", "stars"));

        SyncStats stats = register(shop, odd, metric(" "), metric("tone", "input", "output"));

        assertThat(stats.created()).isEqualTo(1);
        assertThat(stats.errors())
                .containsExactly(
                        "odd: score_type must be binary, numeric or categorical",
                        " : the name of a metric must have 1 to 255 characters");
    }

    @Test
    void otherOrganizationsMetricsAreUntouched() {
        register(shop, metric("accuracy", "input", "output"));
        Api stranger = organizations.create();
        Answer foreign = stranger.post("/projects", Map.of("name", "Theirs"));
        SdkService theirs = new SdkService(UUID.fromString(foreign.id()), "development");

        assertThat(tenantOf(foreign)
                        .<SyncStats, RuntimeException>call(
                                () -> metrics.register(theirs, List.of(metric("tone", "input", "output")))))
                .isEqualTo(new SyncStats(1, 0, 0, List.of()));
        assertThat(list()).hasSize(1);
        assertThat(statusOf("accuracy")).isEqualTo("Active");
    }

    private SyncStats register(@Nullable SdkService service, RegisteredMetric... registered) {
        return tenantOf(project)
                .<SyncStats, RuntimeException>call(() -> metrics.register(service, List.of(registered)));
    }

    private static RegisteredMetric metric(String name, String... parameters) {
        Map<String, @Nullable Object> metadata = new HashMap<>();
        metadata.put("description", "judges");
        metadata.put("score_type", "numeric");
        return new RegisteredMetric(name, List.of(parameters), "MetricResult", metadata);
    }

    private JsonNode list() {
        return api.get("/metrics?limit=100").json();
    }

    private JsonNode stored(String name) {
        return list().valueStream()
                .filter(metric -> metric.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String statusOf(String name) {
        return stored(name).at("/status/name").asString();
    }

    private static Tenant tenantOf(Answer created) {
        return new Tenant(
                UUID.fromString(Objects.requireNonNull(created.text("organization_id"))),
                UUID.fromString(Objects.requireNonNull(created.text("user_id"))));
    }
}
