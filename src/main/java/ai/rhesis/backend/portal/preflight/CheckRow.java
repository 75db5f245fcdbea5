package ai.rhesis.backend.portal.preflight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A check with what was found so far.
record CheckRow(
        CheckName name,
        Finding finding,
        @Nullable UUID testSetId,
        @Nullable String testSetName) {

    static CheckRow of(PreflightPlan plan, PlannedCheck check, Finding finding) {
        CheckedSet set = plan.told(check);
        return new CheckRow(check.name(), finding, set == null ? null : set.id(), set == null ? null : set.name());
    }
}
