package ai.rhesis.backend.portal.preflight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A check as clients read it: planned, with `applicable`, or looked at, with a status.
///
/// @param correlationId the preflight, where it is told over the socket
/// @param compositeKey what tells it from the same check of another set
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckResponse(
        @Nullable UUID correlationId,
        String checkId,
        String label,
        @Nullable Boolean applicable,
        @Nullable CheckStatus status,
        @Nullable String message,
        @Nullable String detail,
        @Nullable UUID testSetId,
        @Nullable String testSetName,
        @Nullable String compositeKey) {

    static CheckResponse planned(PreflightPlan plan, PlannedCheck check) {
        CheckedSet set = plan.told(check);
        return new CheckResponse(
                null,
                check.name().toString(),
                check.name().label(),
                check.isApplicable(),
                null,
                null,
                null,
                set == null ? null : set.id(),
                set == null ? null : set.name(),
                set == null ? null : key(check.name(), set.id()));
    }

    static CheckResponse of(CheckRow row, @Nullable UUID correlationId) {
        Finding finding = row.finding();
        UUID setId = row.testSetId();
        return new CheckResponse(
                correlationId,
                row.name().toString(),
                row.name().label(),
                null,
                finding.status(),
                finding.message(),
                finding.detail(),
                setId,
                row.testSetName(),
                setId == null ? null : key(row.name(), setId));
    }

    private static String key(CheckName name, UUID set) {
        return name + ":" + set;
    }
}
