package ai.rhesis.backend.trace.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.platform.problem.ProblemException;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages in the binary form of protobuf, whole, broken and made to burst.
class ProtobufMessagesTests {

    private static final ExportTraceServiceRequest REQUEST = request(
            Span.newBuilder().setName("kept").addEvents(Span.Event.newBuilder().setName("event")));

    @Test
    void aMessageIsReadAsItWasWritten() {
        assertThat(read(REQUEST.toByteArray())).isEqualTo(REQUEST);
        assertThat(read(new byte[0])).isEqualTo(ExportTraceServiceRequest.getDefaultInstance());
    }

    @Test
    void anyTruncationIsRefusedOrAnEarlierMessage() {
        byte[] whole = REQUEST.toByteArray();
        for (int length = 1; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(part))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("422");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7b7d", "ffffffff", "0a", "0aff", "0b", "0c", "00", "0a020a05", "0affffffff0f"})
    void whatIsNoMessageIsRefused(String hex) {
        assertThatThrownBy(() -> read(HexFormat.of().parseHex(hex))).isInstanceOf(ProblemException.class);
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        byte[] message = request(Span.newBuilder().setName("kept")).toByteArray();
        message[message.length - 1] = (byte) 0xFF;
        assertThatThrownBy(() -> read(message)).isInstanceOf(ProblemException.class);
    }

    @Test
    void valuesAreCountedBeforeObjectsAreMade() {
        Span.Builder span = Span.newBuilder();
        Span.Link link = Span.Link.getDefaultInstance();
        for (int count = 0; count < OtlpFormat.MAX_VALUES; count++) {
            span.addLinks(link);
        }
        byte[] burst = request(span).toByteArray();
        assertThat(burst.length).isLessThan(2_100_000);
        assertThatThrownBy(() -> read(burst)).hasMessageContaining("413");
    }

    @Test
    void nestingIsBounded() {
        AnyValue value = AnyValue.newBuilder().setStringValue("deep").build();
        for (int depth = 0; depth < 60; depth++) {
            value = AnyValue.newBuilder()
                    .setArrayValue(ArrayValue.newBuilder().addValues(value))
                    .build();
        }
        byte[] deep = request(
                        Span.newBuilder().addAttributes(KeyValue.newBuilder().setValue(value)))
                .toByteArray();
        assertThatThrownBy(() -> read(deep)).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatIsUnknownIsPassedOver() {
        byte[] unknown = HexFormat.of().parseHex("a2060474657374a80601");
        ByteString message = REQUEST.toByteString().concat(ByteString.copyFrom(unknown));
        assertThat(read(message.toByteArray()).getResourceSpansCount()).isOne();
    }

    private static ExportTraceServiceRequest read(byte[] bytes) {
        ExportTraceServiceRequest.Builder into = ExportTraceServiceRequest.newBuilder();
        OtlpFormat.PROTOBUF.read(bytes, into);
        return into.build();
    }

    private static ExportTraceServiceRequest request(Span.Builder span) {
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build();
    }
}
