package ai.rhesis.backend.trace.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.platform.problem.ProblemException;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// OTLP's JSON as the protocol has it, and as senders have it.
class OtlpJsonTests {

    @Test
    void namesOfFieldsAreReadInEitherCase() {
        Span camel = span("{'traceId':'0AF7651916CD43DD8448EB211C80319C','startTimeUnixNano':'18446744073709551615'}");
        Span snake =
                span("{'trace_id':'0af7651916cd43dd8448eb211c80319c','start_time_unix_nano':'18446744073709551615'}");
        assertThat(snake).isEqualTo(camel);
        assertThat(SentSpan.hexadecimal(camel.getTraceId())).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(Long.toUnsignedString(camel.getStartTimeUnixNano())).isEqualTo("18446744073709551615");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'1718000000000000000'", "1718000000000000000", "1.718e18"})
    void wholeNumbersAreReadAsTextsAndNumbers(String time) {
        assertThat(span("{'endTimeUnixNano':" + time + "}").getEndTimeUnixNano())
                .isEqualTo(1_718_000_000_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "'SPAN_KIND_CLIENT'"})
    void enumeratedValuesAreReadAsNumbersAndNames(String kind) {
        assertThat(span("{'kind':" + kind + "}").getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
    }

    @Test
    void whatIsUnknownIsPassedOver() {
        Span read = span("{'future':{'a':[1,{'b':null}]},'name':'kept','kind':77,'events':null}");
        assertThat(read.getName()).isEqualTo("kept");
        assertThat(read.getKind()).isEqualTo(Span.SpanKind.UNRECOGNIZED);
        assertThat(read.getEventsCount()).isZero();
    }

    @Test
    void anIdThatIsNoneLeavesTheRequestReadable() {
        assertThat(span("{'traceId':'not hex','name':'kept'}").getTraceId()).isEqualTo(ByteString.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'startTimeUnixNano':'soon'}",
                "{'startTimeUnixNano':1e40}",
                "{'startTimeUnixNano':1.5}",
                "{'droppedEventsCount':'99999999999'}",
                "{'name':{}}",
                "{'name':['a']}",
                "{'kind':'SERVER'}",
                "{'events':{}}",
                "{'events':[1]}",
                "{'status':'OK'}",
                "{'attributes':[{'key':'b','value':{'boolValue':'yes'}}]}",
                "{'attributes':[{'key':'b','value':{'bytesValue':'*'}}]}"
            })
    void aValueOfAnotherTypeIsNamedByItsPlace(String span) {
        assertThatThrownBy(() -> span(span))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("resourceSpans, 0, scopeSpans, 0, spans, 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}{}", "{'resourceSpans':[", "nul", "{\"a\":\"\u0001\"}"})
    void whatIsNoObjectIsRefused(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("422");
    }

    @Test
    void nestingIsBounded() {
        String deep = "{'arrayValue':{'values':[".repeat(100) + "]}}".repeat(100);
        assertThatThrownBy(() -> span("{'attributes':[{'key':'deep','value':" + deep + "}]}"))
                .hasMessageContaining("nested deeper");
    }

    @Test
    void valuesAreCounted() {
        String many = "{},".repeat(OtlpFormat.MAX_VALUES);
        assertThatThrownBy(() -> span("{'links':[" + many + "{}]}")).hasMessageContaining("413");
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        Span span = Span.newBuilder()
                .setTraceId(ByteString.fromHex("0af7651916cd43dd8448eb211c80319c"))
                .setSpanId(ByteString.fromHex("b7ad6b7169203331"))
                .setKind(Span.SpanKind.SPAN_KIND_SERVER)
                .setStartTimeUnixNano(-1)
                .addAttributes(attribute("text", AnyValue.newBuilder().setStringValue("ä\u0000\"")))
                .addAttributes(attribute("number", AnyValue.newBuilder().setIntValue(Long.MIN_VALUE)))
                .addAttributes(attribute("zero", AnyValue.newBuilder().setIntValue(0)))
                .addAttributes(attribute("real", AnyValue.newBuilder().setDoubleValue(0.1)))
                .addAttributes(attribute("endless", AnyValue.newBuilder().setDoubleValue(Double.NEGATIVE_INFINITY)))
                .addAttributes(attribute("none", AnyValue.newBuilder().setDoubleValue(Double.NaN)))
                .addAttributes(attribute("bool", AnyValue.newBuilder().setBoolValue(false)))
                .addAttributes(attribute("bytes", AnyValue.newBuilder().setBytesValue(ByteString.copyFromUtf8("ab"))))
                .addAttributes(attribute(
                        "list",
                        AnyValue.newBuilder()
                                .setArrayValue(ArrayValue.newBuilder().addValues(AnyValue.getDefaultInstance()))))
                .addAttributes(attribute(
                        "map",
                        AnyValue.newBuilder()
                                .setKvlistValue(KeyValueList.newBuilder()
                                        .addValues(attribute(
                                                "in", AnyValue.newBuilder().setStringValue("it"))))))
                .build();
        String json = new String(OtlpFormat.JSON.write(span), StandardCharsets.UTF_8);
        assertThat(json)
                .contains("\"traceId\":\"0af7651916cd43dd8448eb211c80319c\"", "\"kind\":2")
                .contains("\"startTimeUnixNano\":\"18446744073709551615\"", "\"intValue\":\"0\"")
                .contains("\"doubleValue\":\"NaN\"", "\"bytesValue\":\"YWI=\"");
        Span.Builder again = Span.newBuilder();
        OtlpFormat.JSON.read(json.getBytes(StandardCharsets.UTF_8), again);
        assertThat(again.build()).isEqualTo(span);
    }

    private static KeyValue.Builder attribute(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value);
    }

    private static Span span(String json) {
        ExportTraceServiceRequest request = read("{'resourceSpans':[{'scopeSpans':[{'spans':[" + json + "]}]}]}");
        ResourceSpans process = request.getResourceSpans(0);
        ScopeSpans instrumentation = process.getScopeSpans(0);
        return instrumentation.getSpans(0);
    }

    private static ExportTraceServiceRequest read(String json) {
        ExportTraceServiceRequest.Builder into = ExportTraceServiceRequest.newBuilder();
        OtlpFormat.JSON.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), into);
        return into.build();
    }
}
