package ai.rhesis.backend.identity.login;

/// The acceptance of the terms.
record TermsAcceptedResponse(boolean success, boolean termsAccepted) {}
