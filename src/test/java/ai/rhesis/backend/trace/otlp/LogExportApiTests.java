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
import ai.rhesis.backend.support.SentSpans;
import ai.rhesis.backend.support.TestDatabase;
import com.google.protobuf.ByteString;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    void aSpanTakesTheFirstThousandEventsAndCountsTheOthers() {
        Span span = chat().toBuilder()
                .addAttributes(attribute("otel.dropped_events_count", "many"))
                .build();
        sendSpans(span);
        send(processOf(project), messages(span, 0, 1_003));
        assertThat(stored(project, "jsonb_array_length(events)")).containsExactly("1000");
        assertThat(stored(project, "events -> 999 -> 'attributes' ->> 'number'"))
                .containsExactly("999");
        assertThat(stored(project, "attributes ->> 'otel.dropped_events_count'"))
                .containsExactly("3");
        send(processOf(project), messages(span, 2_000, 2));
        assertThat(stored(project, "attributes ->> 'otel.dropped_events_count'"))
                .containsExactly("5");
        assertThat(waiting()).isZero();
    }

    @Test
    void eventsThatWaitForATraceAreBoundedAndTheOthersToldToTheirSender() {
        Span span = chat();
        assertThat(send(processOf(project), messages(span, 0, 10_000))).isEqualTo(accepted());
        ExportLogsServiceResponse answer = send(processOf(project), messages(span, 10_000, 7));
        assertThat(answer.getPartialSuccess().getRejectedLogRecords()).isEqualTo(7);
        assertThat(answer.getPartialSuccess().getErrorMessage()).contains("wait for their spans");
        assertThat(waiting()).isEqualTo(10_000);
        sendSpans(span);
        assertThat(waiting()).isZero();
        assertThat(stored(project, "jsonb_array_length(events)")).containsExactly("1000");
        assertThat(stored(project, "attributes ->> 'otel.dropped_events_count'"))
                .containsExactly("9000");
    }

    @Test
    void requestsThatComeAtOnceKeepTheBoundTogether() {
        Span span = chat();
        List<CompletableFuture<Long>> all = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> send(processOf(project), messages(span, number * 3_000, 3_000))
                                .getPartialSuccess()
                                .getRejectedLogRecords()))
                .toList();
        long rejected = all.stream().mapToLong(CompletableFuture::join).sum();
        assertThat(waiting()).isEqualTo(10_000);
        assertThat(rejected).isEqualTo(8_000);
    }

    @Test
    void aRequestHoldsSoManyEventsAndTheOthersAreToldToTheirSender() {
        LogRecord[] many = Stream.generate(LogExportApiTests::chat)
                .flatMap(span -> Arrays.stream(messages(span, 0, 5_000)))
                .limit(ExportedParts.MAX_PARTS + 2)
                .toArray(LogRecord[]::new);
        ExportLogsServiceResponse answer = send(processOf(project), many);
        assertThat(answer.getPartialSuccess().getRejectedLogRecords()).isEqualTo(2);
        assertThat(answer.getPartialSuccess().getErrorMessage())
                .contains("2 events: the request holds more than 20,000");
        assertThat(waiting()).isEqualTo(ExportedParts.MAX_PARTS);
    }

    @Test
    void anEventMeetsASpanThatTheSdkSends() {
        SentSpans sdk = SentSpans.of(project);
        Span span = chat().toBuilder()
                .setTraceId(ByteString.fromHex(sdk.traceId()))
                .setSpanId(ByteString.fromHex(SentSpans.id(0)))
                .build();
        send(processOf(project), details(span).build());
        Map<String, Object> sent = sdk.root(0);
        sent.put("attributes", Map.of("gen_ai.operation.name", "chat", "gen_ai.provider.name", "openai"));
        assertThat(SentSpans.send(api, List.of(sent)).status()).isEqualTo(200);
        assertThat(stored(project, "output")).containsExactly("\"Hello\"");
        assertThat(waiting()).isZero();
    }

    @Test
    void anEventHasNoOtherSpanOfItsTraceReadAnew() {
        Span span = chat();
        Span other = span.toBuilder()
                .setName("a chat")
                .setSpanId(chat().getSpanId())
                .setStartTimeUnixNano(Exporter.START - 1_000_000_000L)
                .addAttributes(attribute("gen_ai.usage.input_tokens", "5"))
                .addAttributes(attribute("gen_ai.conversation.id", "first"))
                .build();
        sendSpans(other, span);
        TestDatabase.update("update app.span set mapping_version = -1 where name = 'a chat' and project_id = '%s'"
                .formatted(project));
        send(
                processOf(project),
                details(span)
                        .addAttributes(attribute("gen_ai.conversation.id", "second"))
                        .build());
        assertThat(stored(project, "concat(mapping_version < 0, ' ', output)")).containsExactly("t ", "f \"Hello\"");
        assertThat(TestDatabase.column(
                        "select concat_ws(' ', total_tokens, conversation_id, root_input) from app.trace where project_id = '%s'"
                                .formatted(project)))
                .containsExactly("5 first Hi");
    }

    @Test
    void spansThatWereNotReadWithTheirEventsAreReadWhenTheseComeAgain() {
        Span span = chat();
        sendSpans(span);
        send(processOf(project), details(span).build());
        TestDatabase.update(
                "update app.span set mapping_version = 0, output = null where project_id = '%s'".formatted(project));
        send(processOf(project), details(span).build());
        assertThat(stored(project, "output")).containsExactly("\"Hello\"");
    }

    @Test
    void namesAndTextsAreCutAsThoseOfSpans() {
        Span span = chat();
        sendSpans(span);
        send(processOf(project), event(span, "gen_ai." + "x".repeat(100_000)).build());
        assertThat(stored(project, "length(events -> 0 ->> 'name') < 300")).containsExactly("t");
        TestDatabase.update("update app.span set events = '[]' where project_id = '%s'".formatted(project));
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

    private static LogRecord[] messages(Span span, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> event(span, "gen_ai.user.message")
                        .addAttributes(attribute("number", String.valueOf(number)))
                        .build())
                .toArray(LogRecord[]::new);
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
