package ai.rhesis.backend.trace.evaluation;

import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.trace.otlp.OtlpFormat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The evaluations of a run, answered as a body that a collector takes at `/v1/logs`.
@RestController
class EvaluationController {

    private final EvaluationService evaluations;

    EvaluationController(EvaluationService evaluations) {
        this.evaluations = evaluations;
    }

    @GetMapping("/test_runs/{id}/evaluations")
    ResponseEntity<byte[]> evaluations(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") @Min(0) int offset,
            HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        OtlpFormat format = OtlpFormat.accepted(request.getHeader("Accept"));
        Listing<Evaluation> page = evaluations.ofRun(id, limit, offset);
        return ResponseEntity.ok()
                .contentType(format.type())
                .header(Listing.TOTAL_COUNT, String.valueOf(page.total()))
                .body(format.write(EvaluationLogs.of(page.items())));
    }
}
