package ai.rhesis.backend.run.baseline;

import ai.rhesis.backend.run.baseline.BaselineQueries.BaselineAct;
import ai.rhesis.backend.run.baseline.BaselineQueries.NamedLink;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A baseline of a test set, with the acts that it replaced, the newest first.
record BaselineResponse(
        String name,
        BaselineLink testRun,
        @Nullable BaselineLink endpoint,
        @Nullable BaselineLink model,
        String reason,
        BaselineLink user,
        Instant setAt,
        List<FormerBaseline> history) {

    static BaselineResponse of(BaselineView baseline) {
        BaselineAct current = baseline.current();
        return new BaselineResponse(
                current.name(),
                BaselineLink.of(current.run()),
                current.endpoint() == null ? null : BaselineLink.of(current.endpoint()),
                current.model() == null ? null : BaselineLink.of(current.model()),
                current.reason(),
                BaselineLink.of(current.user()),
                current.setAt(),
                baseline.former().stream().map(FormerBaseline::of).toList());
    }

    record BaselineLink(UUID id, @Nullable String name) {

        static BaselineLink of(NamedLink link) {
            return new BaselineLink(link.id(), link.name());
        }
    }

    /// An act that a later one replaced.
    record FormerBaseline(BaselineLink testRun, String reason, BaselineLink user, Instant setAt) {

        static FormerBaseline of(BaselineAct act) {
            return new FormerBaseline(
                    BaselineLink.of(act.run()), act.reason(), BaselineLink.of(act.user()), act.setAt());
        }
    }
}
