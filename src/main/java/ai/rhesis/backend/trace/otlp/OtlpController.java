package ai.rhesis.backend.trace.otlp;

import ai.rhesis.backend.platform.security.AcrossProjects;
import ai.rhesis.backend.platform.web.body.PackedBody;
import com.google.protobuf.Message;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The paths that OpenTelemetry's exporters know.
@RestController
@RequestMapping(
        path = "/v1",
        consumes = {OtlpFormat.PROTOBUF_TYPE, MediaType.APPLICATION_JSON_VALUE})
class OtlpController {

    private static final String PROJECT = "X-Project-Id";

    private final OtlpExports exports;

    OtlpController(OtlpExports exports) {
        this.exports = exports;
    }

    @AcrossProjects
    @PostMapping("/traces")
    ResponseEntity<byte[]> traces(
            PackedBody body, @RequestHeader(name = PROJECT, required = false) @Nullable String project)
            throws IOException {
        return answer(body, exports.traces(body, project));
    }

    @AcrossProjects
    @PostMapping("/logs")
    ResponseEntity<byte[]> logs(
            PackedBody body, @RequestHeader(name = PROJECT, required = false) @Nullable String project)
            throws IOException {
        return answer(body, exports.logs(body, project));
    }

    @PostMapping("/metrics")
    ResponseEntity<byte[]> metrics(PackedBody body) throws IOException {
        return answer(body, exports.metrics(body));
    }

    private static ResponseEntity<byte[]> answer(PackedBody body, Message message) {
        OtlpFormat format = OtlpFormat.of(body.type());
        return ResponseEntity.ok().contentType(format.type()).body(format.write(message));
    }
}
