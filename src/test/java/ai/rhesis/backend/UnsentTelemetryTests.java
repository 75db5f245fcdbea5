package ai.rhesis.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.mock.env.MockEnvironment;

class UnsentTelemetryTests {

    private static final List<String> ALL =
            ImportCandidates.load(AutoConfiguration.class, null).getCandidates();
    private static final String TRACING =
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration";

    private final MockEnvironment settings = new MockEnvironment();

    @Test
    void nothingIsMeasuredWhereNothingIsSent() {
        assertThat(ALL).contains(TRACING);
        assertThat(kept())
                .contains("org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration")
                .noneMatch(name -> name.contains("micrometer") || name.contains("opentelemetry"));
    }

    @Test
    void aCollectorOfTracesIsServed() {
        settings.setProperty(
                "management.opentelemetry.tracing.export.otlp.endpoint", "http://collector:4318/v1/traces");
        assertThat(kept()).isEqualTo(ALL);
    }

    @Test
    void aCollectorOfMetricsIsServed() {
        settings.setProperty("management.otlp.metrics.export.enabled", "true");
        assertThat(kept()).isEqualTo(ALL);
    }

    private List<String> kept() {
        UnsentTelemetry filter = new UnsentTelemetry();
        filter.setEnvironment(settings);
        return ALL.stream().filter(filter::keeps).toList();
    }
}
