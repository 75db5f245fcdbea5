package ai.rhesis.backend.trace.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// An ordinary OpenTelemetry SDK that knows this server by its configuration alone.
@IntegrationTest
class OpenTelemetryTests {

    private static final int SPANS = 1_200;

    @Autowired
    Organizations organizations;

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip"})
    void everySpanComes(String compression) {
        Api api = organizations.create();
        String project = api.create("/projects", Map.of("name", "Support bot"));
        try (OpenTelemetrySdk sdk = configured(api, project, compression)) {
            Tracer tracer = sdk.getTracer("support-bot", "2.1");
            for (int turn = 0; turn < SPANS / 2; turn++) {
                tell(tracer, turn);
            }
            assertThat(sdk.getSdkTracerProvider()
                            .forceFlush()
                            .join(30, TimeUnit.SECONDS)
                            .isSuccess())
                    .isTrue();
        }
        assertThat(Exporter.stored(project, "concat_ws(' ', kind, status_code, environment, scope ->> 'name', model)"))
                .hasSize(SPANS)
                .containsOnly("CLIENT ERROR staging support-bot gpt-5", "INTERNAL UNSET staging support-bot");
    }

    @Test
    void metricsDisturbNothing() {
        Api api = organizations.create();
        String project = api.create("/projects", Map.of("name", "Support bot"));
        try (OpenTelemetrySdk sdk = configured(api, project, "gzip")) {
            Meter meter = sdk.getMeter("support-bot");
            meter.counterBuilder("turns").build().add(1);
            assertThat(sdk.getSdkMeterProvider()
                            .forceFlush()
                            .join(30, TimeUnit.SECONDS)
                            .isSuccess())
                    .isTrue();
        }
    }

    private OpenTelemetrySdk configured(Api api, String project, String compression) {
        Exporter exporter = Exporter.of(organizations.port(), api);
        Map<String, String> properties = Map.of(
                "otel.exporter.otlp.endpoint", "http://127.0.0.1:" + organizations.port(),
                "otel.exporter.otlp.protocol", "http/protobuf",
                "otel.exporter.otlp.compression", compression,
                "otel.exporter.otlp.headers",
                        "Authorization=" + exporter.headers().get("Authorization") + ",X-Project-Id=" + project,
                "otel.resource.attributes", "deployment.environment.name=staging",
                "otel.service.name", "support-bot",
                "otel.logs.exporter", "none");
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> properties)
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
    }

    private static void tell(Tracer tracer, int turn) {
        Span root = tracer.spanBuilder("turn " + turn).startSpan();
        try (Scope inside = root.makeCurrent()) {
            Span call = tracer.spanBuilder("chat gpt-5")
                    .setSpanKind(SpanKind.CLIENT)
                    .setAttribute("gen_ai.request.model", "gpt-5")
                    .setAttribute(AttributeKey.longKey("gen_ai.usage.input_tokens"), 7L)
                    .startSpan();
            call.recordException(new IllegalStateException("quota"));
            call.setStatus(StatusCode.ERROR, "quota").end();
        } finally {
            root.end();
        }
    }
}
