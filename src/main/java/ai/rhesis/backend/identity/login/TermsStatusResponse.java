package ai.rhesis.backend.identity.login;

import org.jspecify.annotations.Nullable;

/// Whether somebody has accepted the terms as they are now, and whether they ever accepted any.
record TermsStatusResponse(boolean termsAccepted, boolean hasPriorAcceptance) {

    static TermsStatusResponse of(@Nullable String accepted, String current) {
        return new TermsStatusResponse(current.equals(accepted), accepted != null);
    }
}
