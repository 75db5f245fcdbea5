package ai.rhesis.backend.platform.secrets;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// The failure analysis that shows the remedy instead of a stack trace when the keys are missing or malformed.
class KeyRingFailure extends AbstractFailureAnalyzer<KeyRingException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, KeyRingException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), KeyRingException.REMEDY, cause);
    }
}
