package ai.rhesis.backend.platform.tenancy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// The failure analysis that prints a refused start as one message instead of a stack trace.
class TenancyBreachAnalyzer extends AbstractFailureAnalyzer<TenancyBreachException> {

    @Override
    protected FailureAnalysis analyze(Throwable start, TenancyBreachException breach) {
        return new FailureAnalysis(
                breach.getMessage(),
                "Apply the remedies as an administrator of the database, then start again.",
                breach);
    }
}
