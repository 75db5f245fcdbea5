package ai.rhesis.backend.identity.login;

import org.jspecify.annotations.Nullable;

/// The acceptance of the terms by a user: of those that hold now, and of any before.
record TermsStatusResponse(boolean termsAccepted, boolean hasPriorAcceptance) {

    static TermsStatusResponse of(@Nullable String accepted, String current) {
        return new TermsStatusResponse(current.equals(accepted), accepted != null);
    }
}
