package ai.rhesis.backend.run.early;

import ai.rhesis.backend.platform.statistics.EProcess;
import ai.rhesis.backend.platform.statistics.EProcess.Decision;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The decision about one run, as somebody follows it who reads the finished prefix from the start. It depends on
/// nothing but that: whoever reads it again, after a crash for example, decides the same at the same test.
public final class EarlyDecision {

    private final UUID runId;
    private final StopWhen rule;
    private final EProcess all;
    private final EProcess withoutErrors;
    private int position;
    private @Nullable Decision decision;
    private @Nullable Boolean isByOutcome;

    public EarlyDecision(UUID runId, StopWhen rule) {
        this.runId = runId;
        this.rule = rule;
        this.all = new EProcess(rule.alpha(), rule.margin());
        this.withoutErrors = new EProcess(rule.alpha(), rule.margin());
    }

    public UUID runId() {
        return runId;
    }

    UUID baselineId() {
        return rule.baselineId();
    }

    /// Tells whether tests are compared by their outcomes, which is read once: pairs and repetitions are pinned.
    boolean isByOutcome(BooleanSupplier read) {
        if (isByOutcome == null) {
            isByOutcome = read.getAsBoolean();
        }
        return isByOutcome;
    }

    /// Returns the place of the last test that was looked at.
    public int position() {
        return position;
    }

    public boolean isMade() {
        return decision != null;
    }

    /// Returns the verdict in one word; null while there is none.
    public @Nullable String word() {
        return decision == null ? null : decision.name().toLowerCase(Locale.ROOT);
    }

    /// Takes the next test, unless it is decided.
    void take(Look look) {
        if (isMade()) {
            return;
        }
        position = look.position();
        Decision found = all.add(look.difference());
        if (!look.errs()) {
            withoutErrors.add(look.difference());
        }
        // errors of the baseline must not speak for the candidate
        boolean holds = found != Decision.NOT_WORSE || withoutErrors.decision() == Decision.NOT_WORSE;
        decision = holds ? found : null;
    }
}
