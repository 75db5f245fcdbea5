package ai.rhesis.backend.run.gate;

import ai.rhesis.backend.run.testrun.TestRun;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Gates, answered as JSON, as a JUnit report or as Markdown.
@RestController
class GateController {

    /// Each piece that reaches the response is counted by filters, and a report has many small ones.
    private static final int BUFFER = 16_384;

    private final RunEnd end;
    private final GateService gates;
    private final JunitReport junit;
    private final MarkdownReport markdown;

    GateController(RunEnd end, GateService gates, JunitReport junit, MarkdownReport markdown) {
        this.end = end;
        this.gates = gates;
        this.junit = junit;
        this.markdown = markdown;
    }

    // one handler for all forms, so that the document of the interface has one operation
    @PostMapping("/test_runs/{id}/gate")
    @Nullable
    ResponseEntity<GateView> gate(
            @PathVariable UUID id,
            @RequestBody GateRequest request,
            HttpServletRequest query,
            HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        GateOptions options = GateOptions.of(query::getParameter);
        GateForm form = GateForm.accepted(query.getHeader("Accept"));
        TestRun run = end.await(id, options.waitingTime());
        GateView gate = gates.check(id, request);
        response.setStatus(options.statusOf(gate.result()));
        if (form == GateForm.JSON) {
            return ResponseEntity.status(response.getStatus()).body(gate);
        }
        write(run, gate, form, response);
        return null;
    }

    private void write(TestRun run, GateView gate, GateForm form, HttpServletResponse response) throws IOException {
        response.setContentType(form.type().toString());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (form == GateForm.JUNIT) {
            junit.write(run, gate, new BufferedWriter(response.getWriter(), BUFFER));
        } else {
            response.getWriter().write(markdown.of(run, gate));
        }
    }
}
