package ai.rhesis.backend.trace.otlp;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A `google.rpc.Status`, in which OTLP tells failures, made of a problem. Its messages are three
/// fields each, and are in no library that is here.
record RpcStatus(int code, String message, List<Violation> violations) {

    private static final String BAD_REQUEST = "type.googleapis.com/google.rpc.BadRequest";
    private static final JsonMapper JSON = JsonMapper.shared();

    /// A field of the request, and what is wrong with it.
    record Violation(String field, String description) {}

    static RpcStatus of(JsonNode problem) {
        List<Violation> violations = new ArrayList<>();
        JsonNode detail = problem.path("detail");
        if (detail.isArray()) {
            detail.forEach(violation ->
                    violations.add(new Violation(field(violation.path("loc")), text(violation.path("msg")))));
        } else if (problem.path("field").isString()) {
            violations.add(new Violation(text(problem.path("field")), text(detail)));
        }
        String message = detail.isArray() ? message(violations) : text(detail);
        return new RpcStatus(code(problem.path("status").asInt(0)), message, violations);
    }

    private static String field(JsonNode place) {
        return String.join(".", place.valueStream().skip(1).map(RpcStatus::text).toList());
    }

    private static String text(JsonNode node) {
        return node.asString("");
    }

    private static String message(List<Violation> violations) {
        return String.join(
                "; ",
                violations.stream()
                        .map(violation -> (violation.field() + " " + violation.description()).strip())
                        .toList());
    }

    /// Returns the code of gRPC for a status of HTTP.
    private static int code(int status) {
        return switch (status) {
            case 400, 415, 422 -> 3;
            case 401 -> 16;
            case 403 -> 7;
            case 404 -> 5;
            case 408 -> 4;
            case 409 -> 10;
            case 413, 429 -> 8;
            case 503 -> 14;
            default -> status >= 500 ? 13 : 2;
        };
    }

    byte[] toProtobuf() {
        return message(out -> {
            out.writeInt32(1, code);
            out.writeString(2, message);
            if (!violations.isEmpty()) {
                out.writeMessage(
                        3,
                        Any.newBuilder()
                                .setTypeUrl(BAD_REQUEST)
                                .setValue(ByteString.copyFrom(badRequest()))
                                .build());
            }
        });
    }

    private byte[] badRequest() {
        return message(out -> {
            for (Violation violation : violations) {
                out.writeByteArray(1, message(inner -> {
                    inner.writeString(1, violation.field());
                    inner.writeString(2, violation.description());
                }));
            }
        });
    }

    private static byte[] message(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            fields.write(out);
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// Returns the status beside the members of the problem, which other clients of this server read.
    byte[] toJson(ObjectNode problem) {
        problem.put("code", code);
        problem.put("message", message);
        if (!violations.isEmpty()) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("@type", BAD_REQUEST);
            details.put("fieldViolations", violations);
            problem.putArray("details").addPOJO(details);
        }
        return JSON.writeValueAsBytes(problem);
    }

    private interface Fields {

        void write(CodedOutputStream out) throws IOException;
    }
}
