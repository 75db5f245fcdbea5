package ai.rhesis.backend.platform.secrets;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows an operator the remedy instead of a stack trace when the application refuses to start without good keys.
class KeyRingFailure extends AbstractFailureAnalyzer<KeyRingException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, KeyRingException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), KeyRingException.REMEDY, cause);
    }
}
