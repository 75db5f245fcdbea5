package ai.rhesis.backend.trace.otlp;

import static ai.rhesis.backend.trace.otlp.Exporter.attribute;
import static ai.rhesis.backend.trace.otlp.Exporter.processOf;
import static ai.rhesis.backend.trace.otlp.Exporter.request;
import static ai.rhesis.backend.trace.otlp.Exporter.span;
import static ai.rhesis.backend.trace.otlp.Exporter.stored;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TestDatabase;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Events of spans that come in logs.
@IntegrationTest
class LogExportApiTests {

    private static final String DETAILS = "gen_ai.client.inference.operation.details";
    private static final String ASKED = "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Hi\"}]}]";
    private static final String SAID =
            "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"Hello\"}]}]";

    @Autowired
    Organizations organizations;

    Api api;
    String project;
    Exporter exporter;

    @BeforeEach
    void open() {
        api = organizations.create();
        project = api.create("/projects", Map.of("name", "Support bot"));
        exporter = Exporter.of(organizations.port(), api);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEventIsPutIntoItsSpanWhicheverComesFirst(boolean spanFirst) {
        Span span = chat();
        if (spanFirst) {
            sendSpans(span);
        }
        assertThat(send(processOf(project), details(span).build())).isEqualTo(accepted());
        if (!spanFirst) {
            assertThat(waiting()).isEqualTo(1);
            sendSpans(span);
        }
        assertThat(stored(project, "input")).containsExactly("\"Hi\"");
        assertThat(stored(project, "output")).containsExactly("\"Hello\"");
        assertThat(stored(project, "events -> 0 ->> 'name'")).containsExactly(DETAILS);
        assertThat(stored(project, "mapping_version > 0")).containsExactly("t");
        assertThat(waiting()).isZero();
    }

    @Test
    void messagesOfTheOlderConventionsAreRead() {
        Span span = chat();
        sendSpans(span);
        send(
                processOf(project),
                message(span, "gen_ai.user.message", "content", "Is it open?"),
                message(span, "gen_ai.choice", "content", "Until six."));
        assertThat(stored(project, "input")).containsExactly("\"Is it open?\"");
        assertThat(stored(project, "output")).containsExactly("\"Until six.\"");
    }

    @Test
    void anEventIsKeptOnceHoweverOftenItComes() {
        Span span = chat();
        sendSpans(span);
        send(processOf(project), details(span).build(), details(span).build());
        send(processOf(project), details(span).build());
        assertThat(stored(project, "jsonb_array_length(events)")).containsExactly("1");
        assertThat(waiting()).isZero();
    }

    @Test
    void aSpanTakesSoManyEventsAndTextsOfSuchLength() {
        Span span = chat();
        sendSpans(span);
        LogRecord[] many = IntStream.range(0, 1_001)
                .mapToObj(number -> event(span, "gen_ai.user.message")
                        .addAttributes(attribute("number", String.valueOf(number)))
                        .build())
                .toArray(LogRecord[]::new);
        send(processOf(project), many);
        assertThat(stored(project, "jsonb_array_length(events)")).containsExactly("0");
        send(
                processOf(project),
                event(span, "gen_ai.user.message")
                        .addAttributes(attribute("content", "long ".repeat(100_000)))
                        .build());
        assertThat(stored(project, "octet_length(events::text) < 70000")).containsExactly("t");
        assertThat(stored(project, "events -> 0 -> 'attributes' ->> 'content' like '%[cut: 500,000 characters]'"))
                .containsExactly("t");
    }

    @Test
    void eventsAndSpansThatComeAtOnceFindEachOther() {
        List<Span> spans = IntStream.range(0, 40).mapToObj(number -> chat()).toList();
        List<CompletableFuture<Void>> all = spans.stream()
                .flatMap(span ->
                        List.<Runnable>of(
                                () -> sendSpans(span),
                                () -> send(processOf(project), details(span).build()))
                                .stream())
                .map(CompletableFuture::runAsync)
                .toList();
        all.forEach(CompletableFuture::join);
        assertThat(stored(project, "output")).hasSize(40).containsOnly("\"Hello\"");
        assertThat(waiting()).isZero();
    }

    @Test
    void otherRecordsAreCountedAndNotKept() {
        Span span = chat();
        ExportLogsServiceResponse answer = send(
                processOf(project),
                details(span).build(),
                LogRecord.newBuilder()
                        .setBody(AnyValue.newBuilder().setStringValue("plain"))
                        .build(),
                details(span).setEventName("exception").build(),
                details(span).clearSpanId().build());
        assertThat(answer.getPartialSuccess().getRejectedLogRecords()).isEqualTo(3);
        assertThat(answer.getPartialSuccess().getErrorMessage()).contains("OTEL_LOGS_EXPORTER=none");
        assertThat(waiting()).isEqualTo(1);
        assertThat(send(Resource.newBuilder(), LogRecord.newBuilder().build())
                        .getPartialSuccess()
                        .getRejectedLogRecords())
                .isEqualTo(1);
    }

    @Test
    void aNameAmongTheAttributesNamesTheEvent() {
        Span span = chat();
        sendSpans(span);
        send(
                processOf(project),
                details(span)
                        .clearEventName()
                        .addAttributes(attribute("event.name", DETAILS))
                        .build());
        assertThat(stored(project, "output")).containsExactly("\"Hello\"");
        assertThat(stored(project, "events -> 0 -> 'attributes' ? 'event.name'"))
                .containsExactly("f");
    }

    @Test
    void anotherOrganizationAddsNothing() {
        Span span = chat();
        sendSpans(span);
        Api other = organizations.create();
        Exporter stranger = Exporter.of(organizations.port(), other);
        byte[] body = logs(processOf(project), details(span).build()).toByteArray();
        assertThat(stranger.send("/v1/logs", OtlpFormat.PROTOBUF_TYPE, body).statusCode())
                .isEqualTo(403);
        String theirs = other.create("/projects", Map.of("name", "Theirs"));
        byte[] own = logs(processOf(theirs), details(span).build()).toByteArray();
        assertThat(stranger.send("/v1/logs", OtlpFormat.PROTOBUF_TYPE, own).statusCode())
                .isEqualTo(200);
        assertThat(stored(project, "jsonb_array_length(events)")).containsExactly("0");
        assertThat(exporter.send(
                                "/v1/logs",
                                OtlpFormat.PROTOBUF_TYPE,
                                logs(Resource.newBuilder(), details(span).build())
                                        .toByteArray())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void eventsWhoseSpansNeverComeAreForgotten() {
        send(processOf(project), details(chat()).build());
        TestDatabase.update(
                "update app.span_event set received_at = now() - interval '25 hours' where project_id = '%s'"
                        .formatted(project));
        send(processOf(project), details(chat()).build());
        assertThat(waiting()).isEqualTo(1);
    }

    private static Span chat() {
        return span("chat gpt-5")
                .addAttributes(attribute("gen_ai.operation.name", "chat"))
                .addAttributes(attribute("gen_ai.provider.name", "openai"))
                .build();
    }

    private static LogRecord.Builder details(Span span) {
        return event(span, DETAILS)
                .addAttributes(attribute("gen_ai.input.messages", ASKED))
                .addAttributes(attribute("gen_ai.output.messages", SAID));
    }

    private static LogRecord message(Span span, String name, String key, String text) {
        KeyValueList body =
                KeyValueList.newBuilder().addValues(attribute(key, text)).build();
        return event(span, name)
                .setBody(AnyValue.newBuilder().setKvlistValue(body))
                .build();
    }

    private static LogRecord.Builder event(Span span, String name) {
        return LogRecord.newBuilder()
                .setTimeUnixNano(Exporter.START)
                .setEventName(name)
                .setTraceId(span.getTraceId())
                .setSpanId(span.getSpanId());
    }

    private void sendSpans(Span... spans) {
        assertThat(exporter.send(OtlpFormat.PROTOBUF, request(processOf(project), spans))
                        .statusCode())
                .isEqualTo(200);
    }

    private ExportLogsServiceResponse send(Resource.Builder resource, LogRecord... records) {
        HttpResponse<byte[]> answer = exporter.send(
                "/v1/logs", OtlpFormat.JSON.type().toString(), OtlpFormat.JSON.write(logs(resource, records)));
        assertThat(answer.statusCode()).isEqualTo(200);
        ExportLogsServiceResponse.Builder into = ExportLogsServiceResponse.newBuilder();
        OtlpFormat.JSON.read(answer.body(), into);
        return into.build();
    }

    private static ExportLogsServiceRequest logs(Resource.Builder resource, LogRecord... records) {
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder()
                        .setResource(resource)
                        .addScopeLogs(ScopeLogs.newBuilder().addAllLogRecords(List.of(records))))
                .build();
    }

    private static ExportLogsServiceResponse accepted() {
        return ExportLogsServiceResponse.getDefaultInstance();
    }

    private int waiting() {
        return TestDatabase.column("select id from app.span_event where project_id = '%s'".formatted(project))
                .size();
    }
}
