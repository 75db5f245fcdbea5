package ai.rhesis.backend.portal.preflight;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.socket.Channel;
import ai.rhesis.backend.platform.socket.Signals;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The preflights of the user of this thread as they are kept, each step in one transaction that signals it.
@Component
@Transactional
class PreflightStore {

    static final String KIND = "preflight";

    private final PreflightQueries preflights;
    private final Signals signals;

    PreflightStore(PreflightQueries preflights, Signals signals) {
        this.preflights = preflights;
        this.signals = signals;
    }

    /// Creates a preflight whose checks are all to come.
    ///
    /// @throws ProblemException 409 when the user has a preflight of this id
    void create(UUID id, PreflightPlan plan) {
        preflights.forgetOld();
        if (!preflights.create(id)) {
            throw Problem.conflict("correlation_id", "A preflight with this correlation_id already exists", null)
                    .exception();
        }
        preflights.addChecks(id, plan);
        signals.send(new Channel(KIND, id), id);
    }

    void note(UUID id, int place, Finding finding) {
        signals.send(new Channel(KIND, id), preflights.note(id, place, finding));
    }

    void finish(UUID id) {
        if (preflights.finish(id)) {
            signals.send(new Channel(KIND, id), id);
        }
    }

    /// Reads all checks of a preflight, after it was ended if its node died over it.
    Kept read(UUID id) {
        preflights.endOverdue(id);
        return new Kept(preflights.isFinished(id), preflights.checks(id));
    }

    /// Reads one check; none when there is no such check of this user.
    @Transactional(readOnly = true)
    List<CheckRow> read(UUID id, UUID checkId) {
        return preflights.check(id, checkId);
    }

    /// A preflight as it is now.
    record Kept(boolean isFinished, List<CheckRow> checks) {}
}
