package ai.rhesis.backend.trace.otlp;

import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.TestDatabase;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/// A sender of OTLP, byte for byte, with a token and headers of its own.
record Exporter(int port, Map<String, String> headers) {

    static final long START = 1_764_200_000_000_000_000L;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Exporter of(int port, Api api) {
        return new Exporter(port, Map.of()).with("Authorization", "Bearer " + token(api));
    }

    private static String token(Api api) {
        return String.valueOf(api.post("/tokens", Map.of("name", "exporter")).text("access_token"));
    }

    Exporter with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Exporter(port, more);
    }

    HttpResponse<byte[]> send(OtlpFormat format, Message message) {
        return send("/v1/traces", format.type().toString(), format.write(message));
    }

    HttpResponse<byte[]> send(String path, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    static byte[] packed(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /// A request of one process with these spans.
    static ExportTraceServiceRequest request(Resource.Builder resource, Span... spans) {
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(resource)
                        .addScopeSpans(ScopeSpans.newBuilder().addAllSpans(List.of(spans))))
                .build();
    }

    static Resource.Builder processOf(String project) {
        return Resource.newBuilder().addAttributes(attribute("rhesis.project.id", project));
    }

    /// A span of a trace of its own that took a second.
    static Span.Builder span(String name) {
        UUID id = UUID.randomUUID();
        return Span.newBuilder()
                .setTraceId(ByteString.fromHex(id.toString().replace("-", "")))
                .setSpanId(ByteString.fromHex(id.toString().substring(19).replace("-", "")))
                .setName(name)
                .setStartTimeUnixNano(START)
                .setEndTimeUnixNano(START + 1_000_000_000L);
    }

    static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    /// A column of the spans of a project, by name of the span.
    static List<String> stored(String project, String column) {
        return TestDatabase.column(
                "select %s from app.span where project_id = '%s' order by name".formatted(column, project));
    }
}
