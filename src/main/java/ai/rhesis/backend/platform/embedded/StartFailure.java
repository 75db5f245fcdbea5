package ai.rhesis.backend.platform.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// The failure analysis that tells a refused start with its remedy instead of a stack trace.
class StartFailure extends AbstractFailureAnalyzer<EmbeddedDatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, EmbeddedDatabaseException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), failure);
    }
}
