package ai.rhesis.backend.platform.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// The failure analysis that tells a refused start with its remedy instead of a stack trace.
public class StartRefusalAnalyzer extends AbstractFailureAnalyzer<StartRefusal> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, StartRefusal refusal) {
        return new FailureAnalysis(String.valueOf(refusal.getMessage()), refusal.remedy(), refusal);
    }
}
