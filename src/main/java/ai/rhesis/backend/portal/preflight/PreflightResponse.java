package ai.rhesis.backend.portal.preflight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A preflight: begun, with the checks to come, or finished, with their findings and a summary.
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreflightResponse(
        @Nullable UUID correlationId,
        List<CheckResponse> checks,
        @Nullable CheckStatus summary,
        @Nullable Long passed,
        @Nullable Long failed,
        @Nullable Long warnings,
        @Nullable Long skipped) {

    static PreflightResponse of(BegunPreflight begun) {
        PreflightPlan plan = begun.plan();
        List<CheckResponse> checks = plan.checks().stream()
                .map(check -> CheckResponse.planned(plan, check))
                .toList();
        return new PreflightResponse(begun.correlationId(), checks, null, null, null, null, null);
    }

    static PreflightResponse finished(@Nullable UUID correlationId, List<CheckRow> rows) {
        long failed = count(rows, CheckStatus.FAILED);
        long warnings = count(rows, CheckStatus.WARNING);
        return new PreflightResponse(
                correlationId,
                rows.stream().map(row -> CheckResponse.of(row, null)).toList(),
                failed > 0 ? CheckStatus.FAILED : warnings > 0 ? CheckStatus.WARNING : CheckStatus.PASSED,
                count(rows, CheckStatus.PASSED),
                failed,
                warnings,
                count(rows, CheckStatus.SKIPPED));
    }

    private static long count(List<CheckRow> rows, CheckStatus status) {
        return rows.stream().filter(row -> row.finding().status() == status).count();
    }
}
