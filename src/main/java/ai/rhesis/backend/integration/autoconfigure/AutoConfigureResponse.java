package ai.rhesis.backend.integration.autoconfigure;

import ai.rhesis.backend.integration.endpoint.Probe;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A configuration that was found, and what came of trying it.
///
/// @param status `success` when both mappings were found and no try failed, `partial` otherwise, `failed` without any
/// @param probeRequest the body that was sent last
/// @param probeResponse the last answer that was no error; a text stands under `raw`
record AutoConfigureResponse(
        String status,
        @Nullable String error,
        @Nullable Map<String, Object> requestMapping,
        @Nullable Map<String, Object> responseMapping,
        @Nullable Map<String, String> requestHeaders,
        @Nullable String url,
        String method,
        String conversationMode,
        @Nullable JsonNode probeRequest,
        double confidence,
        String reasoning,
        List<String> warnings,
        @Nullable JsonNode probeResponse,
        boolean probeSuccess,
        int probeAttempts,
        @Nullable String probeError,
        @Nullable Integer probeStatusCode) {

    /// Returns the answer about a model that gave nothing to try.
    static AutoConfigureResponse failed(AutoConfigureRequest request, String error) {
        return of(Proposal.none(request), Probing.NONE, new Outcome("failed", error));
    }

    /// Returns the answer about a proposal as it was tried.
    static AutoConfigureResponse of(Proposal proposal, Probing probing) {
        if (proposal.isEmpty()) {
            return of(proposal, probing, new Outcome("failed", "The model found no request in the text"));
        }
        if (probing.isFailed()) {
            return of(proposal.unproven(), probing, new Outcome("partial", null));
        }
        return of(proposal, probing, new Outcome(proposal.isComplete() ? "success" : "partial", null));
    }

    private static AutoConfigureResponse of(Proposal proposal, Probing probing, Outcome outcome) {
        Probe last = probing.last();
        return new AutoConfigureResponse(
                outcome.status(),
                outcome.error(),
                proposal.requestMapping(),
                proposal.responseMapping(),
                proposal.requestHeaders(),
                proposal.url(),
                proposal.method(),
                proposal.conversationMode(),
                last == null ? null : Proposal.json(last.sent()),
                proposal.confidence(),
                proposal.reasoning(),
                proposal.warnings(),
                last == null ? null : Proposal.json(last.body()),
                probing.isSuccess(),
                probing.attempts(),
                last == null ? null : last.error(),
                last == null ? null : last.status());
    }

    private record Outcome(String status, @Nullable String error) {}
}
