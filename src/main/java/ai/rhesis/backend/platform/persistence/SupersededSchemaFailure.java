package ai.rhesis.backend.platform.persistence;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// The report of a refused schema: a description and a remedy instead of a stack trace.
class SupersededSchemaFailure extends AbstractFailureAnalyzer<SupersededSchemaException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SupersededSchemaException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
