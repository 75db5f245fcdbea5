package ai.rhesis.backend.trace.otlp;

import static ai.rhesis.backend.trace.otlp.Exporter.attribute;
import static ai.rhesis.backend.trace.otlp.Exporter.packed;
import static ai.rhesis.backend.trace.otlp.Exporter.processOf;
import static ai.rhesis.backend.trace.otlp.Exporter.request;
import static ai.rhesis.backend.trace.otlp.Exporter.span;
import static ai.rhesis.backend.trace.otlp.Exporter.stored;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.RawRequest;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Spans that arrive by OTLP.
@IntegrationTest
class TraceExportApiTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PROTOBUF = OtlpFormat.PROTOBUF_TYPE;

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
    @EnumSource(OtlpFormat.class)
    void spansAreKeptAndAnsweredInTheFormThatTheyCameIn(OtlpFormat format) throws IOException {
        HttpResponse<byte[]> answer =
                exporter.send(format, request(processOf(project), span("chat").build()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains(format.type().toString());
        assertThat(response(format, answer)).isEqualTo(ExportTraceServiceResponse.getDefaultInstance());
        assertThat(stored(project, "name")).containsExactly("chat");
    }

    @ParameterizedTest
    @EnumSource(OtlpFormat.class)
    void packedSpansAreKept(OtlpFormat format) {
        byte[] body =
                packed(format.write(request(processOf(project), span("packed").build())));
        HttpResponse<byte[]> answer = exporter.with("Content-Encoding", "gzip")
                .send("/v1/traces/", format.type().toString(), body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(stored(project, "name")).containsExactly("packed");
    }

    @Test
    void nothingThatASpanTellsIsLost() {
        Span span = Span.newBuilder()
                .setTraceId(ByteString.fromHex("0af7651916cd43dd8448eb211c80319c"))
                .setSpanId(ByteString.fromHex("b7ad6b7169203331"))
                .setParentSpanId(ByteString.fromHex("00f067aa0ba902b7"))
                .setTraceState("vendor=1")
                .setFlags(0x101)
                .setName("chat gpt-5")
                .setKind(Span.SpanKind.SPAN_KIND_CLIENT)
                .setStartTimeUnixNano(Exporter.START + 123_456_000)
                .setEndTimeUnixNano(Exporter.START + 2_000_000_000)
                .addAttributes(attribute("gen_ai.system", "open\u0000ai"))
                .setDroppedAttributesCount(1)
                .addEvents(Span.Event.newBuilder()
                        .setName("retry")
                        .setTimeUnixNano(Exporter.START + 1)
                        .addAttributes(attribute("attempt", "2"))
                        .setDroppedAttributesCount(2))
                .setDroppedEventsCount(3)
                .addLinks(Span.Link.newBuilder()
                        .setTraceId(ByteString.fromHex("4bf92f3577b34da6a3ce929d0e0e4736"))
                        .setSpanId(ByteString.fromHex("00f067aa0ba902b7"))
                        .setTraceState("other=2")
                        .setFlags(1)
                        .addAttributes(attribute("why", "batch")))
                .setDroppedLinksCount(4)
                .setStatus(Status.newBuilder()
                        .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                        .setMessage("quota"))
                .build();
        Resource.Builder resource = processOf(project)
                .addAttributes(attribute("service.name", "bot"))
                .addAttributes(attribute("deployment.environment.name", "staging"))
                .setDroppedAttributesCount(5);
        ScopeSpans scope = ScopeSpans.newBuilder()
                .setScope(InstrumentationScope.newBuilder()
                        .setName("openai")
                        .setVersion("1.2")
                        .addAttributes(attribute("short", "yes")))
                .setSchemaUrl("https://opentelemetry.io/schemas/1.37.0")
                .addSpans(span)
                .build();
        exporter.send(
                OtlpFormat.PROTOBUF,
                ExportTraceServiceRequest.newBuilder()
                        .addResourceSpans(ResourceSpans.newBuilder()
                                .setResource(resource)
                                .setSchemaUrl("https://opentelemetry.io/schemas/1.30.0")
                                .addScopeSpans(scope))
                        .build());
        assertThat(
                        stored(
                                project,
                                "concat_ws(' ', encode(span_id, 'hex'), encode(parent_span_id, 'hex'), kind, "
                                        + "status_code, status_message, environment, extract(epoch from end_time - start_time))"))
                .containsExactly("b7ad6b7169203331 00f067aa0ba902b7 CLIENT ERROR quota staging 1.876544");
        assertThat(json("attributes"))
                .isEqualTo(tree("{'gen_ai.system':'open\uFFFDai','otel.trace_state':'vendor=1','otel.flags':257,"
                        + "'otel.dropped_attributes_count':1,'otel.dropped_events_count':3,"
                        + "'otel.dropped_links_count':4}"));
        assertThat(json("events"))
                .isEqualTo(tree("[{'name':'retry','timestamp':'2025-11-26T23:33:20.000000001Z',"
                        + "'attributes':{'attempt':'2'},'dropped_attributes_count':2}]"));
        assertThat(json("links"))
                .isEqualTo(tree("[{'trace_id':'4bf92f3577b34da6a3ce929d0e0e4736','span_id':'00f067aa0ba902b7',"
                        + "'attributes':{'why':'batch'},'trace_state':'other=2','flags':1}]"));
        assertThat(json("resource"))
                .isEqualTo(tree("{'rhesis.project.id':'" + project + "','service.name':'bot',"
                        + "'deployment.environment.name':'staging','otel.dropped_attributes_count':5,"
                        + "'otel.schema_url':'https://opentelemetry.io/schemas/1.30.0'}"));
        assertThat(json("scope"))
                .isEqualTo(tree("{'name':'openai','version':'1.2','attributes':{'short':'yes'},"
                        + "'schema_url':'https://opentelemetry.io/schemas/1.37.0'}"));
    }

    private JsonNode json(String column) {
        return JSON.readTree(stored(project, column).getFirst());
    }

    private static JsonNode tree(String json) {
        return JSON.readTree(json.replace('\'', '"'));
    }

    @ParameterizedTest
    @EnumSource(OtlpFormat.class)
    void goodSpansAreKeptAndBadOnesCounted(OtlpFormat format) throws IOException {
        Span good = span("good").build();
        HttpResponse<byte[]> answer = exporter.send(
                format,
                request(
                        processOf(project),
                        good,
                        span("zero")
                                .setTraceId(ByteString.copyFrom(new byte[16]))
                                .build(),
                        span("zero").setSpanId(ByteString.copyFrom(new byte[8])).build(),
                        span("short")
                                .setTraceId(ByteString.copyFrom(new byte[] {1}))
                                .build(),
                        span("backwards").setEndTimeUnixNano(1).build(),
                        span("timeless").clearStartTimeUnixNano().build(),
                        span("orphan")
                                .setParentSpanId(ByteString.copyFrom(new byte[] {1}))
                                .build()));
        assertThat(answer.statusCode()).isEqualTo(200);
        ExportTraceServiceResponse response = response(format, answer);
        assertThat(response.getPartialSuccess().getRejectedSpans()).isEqualTo(6);
        assertThat(response.getPartialSuccess().getErrorMessage())
                .contains("2 spans: trace_id must be 16 bytes that are not all zero", "1 spans: span_id", "end_time");
        assertThat(stored(project, "name")).containsExactly("good");
    }

    @Test
    void aParentOfZeroesIsNone() {
        exporter.send(
                OtlpFormat.PROTOBUF,
                request(
                        processOf(project),
                        span("root")
                                .setParentSpanId(ByteString.copyFrom(new byte[8]))
                                .build()));
        assertThat(stored(project, "parent_span_id is null")).containsExactly("t");
    }

    @Test
    void aRequestWithoutAGoodSpanIsRefused() throws IOException {
        HttpResponse<byte[]> refused = exporter.send(
                OtlpFormat.PROTOBUF,
                request(processOf(project), span("bad").clearTraceId().build()));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains(PROTOBUF);
        assertThat(status(refused.body())).isEqualTo("3 1 spans: trace_id must be 16 bytes that are not all zero");
    }

    @ParameterizedTest
    @CsvSource({"application/x-protobuf, ''", "application/json, '{}'", "application/json, '{\"resourceSpans\":[]}'"})
    void anEmptyRequestIsASuccess(String type, String body) {
        HttpResponse<byte[]> answer = exporter.send("/v1/traces", type, body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(type.endsWith("json") ? "{}" : "");
    }

    @Test
    void aSpanIsKeptOnceHoweverOftenItComes() {
        ExportTraceServiceRequest request =
                request(processOf(project), span("again").build());
        exporter.send(OtlpFormat.PROTOBUF, request);
        HttpResponse<byte[]> again = exporter.send(OtlpFormat.JSON, request);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(new String(again.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
        assertThat(stored(project, "name")).containsExactly("again");
    }

    @Test
    void spansWithoutAProjectGoIntoThatOfTheHeader() {
        Span span = span("headed").build();
        assertThat(exporter.with("X-Project-Id", project)
                        .send(OtlpFormat.JSON, request(Resource.newBuilder(), span))
                        .statusCode())
                .isEqualTo(200);
        assertThat(stored(project, "name")).containsExactly("headed");
    }

    @Test
    void theProjectOfAProcessGoesBeforeThatOfTheHeader() {
        String other = api.create("/projects", Map.of("name", "Sales bot"));
        Span span = span("own").build();
        assertThat(exporter.with("X-Project-Id", other)
                        .send(OtlpFormat.JSON, request(processOf(project), span))
                        .statusCode())
                .isEqualTo(200);
        assertThat(stored(project, "name")).containsExactly("own");
    }

    @Test
    void aTokenOfAProjectKeepsItsSpansThere() {
        String other = api.create("/projects", Map.of("name", "Sales bot"));
        Answer token = api.with("X-Project-Id", project).post("/tokens", Map.of("name", "bot"));
        Exporter bound = new Exporter(organizations.port(), Map.of())
                .with("Authorization", "Bearer " + token.text("access_token"));
        assertThat(bound.send(
                                OtlpFormat.JSON,
                                request(Resource.newBuilder(), span("bound").build()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(bound.send(
                                OtlpFormat.JSON,
                                request(processOf(other), span("stray").build()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(stored(project, "name")).containsExactly("bound");
        assertThat(stored(other, "name")).isEmpty();
    }

    @Test
    void spansThatNameNoProjectAreRefused() {
        HttpResponse<byte[]> refused = exporter.send(
                OtlpFormat.JSON, request(Resource.newBuilder(), span("lost").build()));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(refused.body()).path("message").asString()).contains("X-Project-Id");
    }

    @Test
    void anotherOrganizationIsRefused() {
        String theirs = organizations.create().create("/projects", Map.of("name", "Theirs"));
        Span span = span("intruder").build();
        for (String foreign : List.of(theirs, "no-project")) {
            HttpResponse<byte[]> refused = exporter.send(OtlpFormat.JSON, request(processOf(foreign), span));
            assertThat(refused.statusCode()).as(foreign).isEqualTo(403);
        }
        assertThat(exporter.with("X-Project-Id", theirs)
                        .send(OtlpFormat.JSON, request(Resource.newBuilder(), span))
                        .statusCode())
                .isEqualTo(403);
        assertThat(stored(theirs, "name")).isEmpty();
    }

    @Test
    void spansOfAForeignProjectAreLeftOutOfABatch() throws IOException {
        String theirs = organizations.create().create("/projects", Map.of("name", "Theirs"));
        ExportTraceServiceRequest mixed = request(
                        processOf(theirs), span("a").build(), span("b").build())
                .toBuilder()
                .mergeFrom(request(processOf(project), span("ours").build()))
                .build();
        HttpResponse<byte[]> answer = exporter.send(OtlpFormat.PROTOBUF, mixed);
        assertThat(response(OtlpFormat.PROTOBUF, answer).getPartialSuccess().getRejectedSpans())
                .isEqualTo(2);
        assertThat(stored(project, "name")).containsExactly("ours");
        assertThat(stored(theirs, "name")).isEmpty();
    }

    @Test
    void whoHasNoTokenOrMayOnlyReadIsRefusedInTheTypeOfTheRequest() throws IOException {
        ExportTraceServiceRequest request =
                request(processOf(project), span("unseen").build());
        HttpResponse<byte[]> nobody = new Exporter(organizations.port(), Map.of()).send(OtlpFormat.PROTOBUF, request);
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(status(nobody.body())).startsWith("16 Not authenticated");
        Answer token = api.post("/tokens", Map.of("name", "reader", "scopes", List.of("read")));
        HttpResponse<byte[]> reader = new Exporter(organizations.port(), Map.of())
                .with("Authorization", "Bearer " + token.text("access_token"))
                .send(OtlpFormat.JSON, request);
        assertThat(reader.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(reader.body()).path("code").asInt()).isEqualTo(7);
        assertThat(stored(project, "name")).isEmpty();
    }

    @Test
    void aTruncatedMessageIsRefused() throws IOException {
        byte[] whole = request(processOf(project), span("cut").build()).toByteArray();
        HttpResponse<byte[]> refused = exporter.send("/v1/traces", PROTOBUF, Arrays.copyOf(whole, whole.length - 3));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(status(refused.body())).isEqualTo("3 is not a valid protobuf message of this path");
        byte[] packed = packed(whole);
        HttpResponse<byte[]> broken = exporter.with("Content-Encoding", "gzip")
                .send("/v1/traces", PROTOBUF, Arrays.copyOf(packed, packed.length - 12));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(exporter.with("Content-Encoding", "gzip")
                        .send("/v1/traces", PROTOBUF, whole)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aWrongTypeIsNamed() {
        HttpResponse<byte[]> refused = exporter.send(
                "/v1/traces",
                "application/json",
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"name\":7,\"events\":{}}]}]}]}"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode status = JSON.readTree(refused.body());
        assertThat(status.path("message").asString())
                .isEqualTo("resourceSpans.0.scopeSpans.0.spans.0.events must be an array");
        assertThat(status.at("/details/0/@type").asString()).isEqualTo("type.googleapis.com/google.rpc.BadRequest");
        assertThat(status.at("/details/0/fieldViolations/0/field").asString()).endsWith("spans.0.events");
    }

    @ParameterizedTest
    @CsvSource({"text/plain, identity", "application/x-ndjson, identity", "application/json, zstd"})
    void otherTypesAndEncodingsAreRefused(String type, String encoding) {
        HttpResponse<byte[]> refused =
                exporter.with("Content-Encoding", encoding).send("/v1/traces", type, new byte[] {'{', '}'});
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(JSON.readTree(refused.body()).path("message").asString()).isNotBlank();
    }

    @Test
    void aBodyAboveTheBoundIsRefused() throws IOException {
        HttpResponse<byte[]> refused = exporter.send("/v1/traces", PROTOBUF, new byte[20 * 1024 * 1024 + 1]);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(status(refused.body())).isEqualTo("8 The body is larger than 20 MB");
    }

    @Test
    void bombsAreRefusedWhileHealthAnswers() throws IOException {
        byte[] bomb = packed(new byte[200 * 1024 * 1024]);
        List<CompletableFuture<Integer>> bombs = IntStream.range(0, 20)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> exporter.with("Content-Encoding", "gzip")
                        .send("/v1/traces", PROTOBUF, bomb)
                        .statusCode()))
                .toList();
        List<Long> waits = new ArrayList<>();
        while (!bombs.stream().allMatch(CompletableFuture::isDone)) {
            long begin = System.nanoTime();
            assertThat(RawRequest.of("GET", "/health/live").status(organizations.port()))
                    .isEqualTo(200);
            waits.add((System.nanoTime() - begin) / 1_000_000);
        }
        assertThat(bombs).extracting(CompletableFuture::join).containsOnly(413);
        assertThat(waits).isNotEmpty().allMatch(milliseconds -> milliseconds < 5_000);
    }

    private static ExportTraceServiceResponse response(OtlpFormat format, HttpResponse<byte[]> answer) {
        ExportTraceServiceResponse.Builder into = ExportTraceServiceResponse.newBuilder();
        format.read(answer.body(), into);
        return into.build();
    }

    /// The code and the message of a `google.rpc.Status`.
    private static String status(byte[] body) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(body);
        String status = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag >>> 3) {
                case 1 -> status += in.readInt32();
                case 2 -> status += " " + in.readString();
                default -> in.skipField(tag);
            }
        }
        if (!in.isAtEnd()) {
            throw new InvalidProtocolBufferException("more than a status");
        }
        return status;
    }
}
