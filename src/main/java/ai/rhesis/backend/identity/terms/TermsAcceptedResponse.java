package ai.rhesis.backend.identity.terms;

/// The acceptance of the terms.
record TermsAcceptedResponse(boolean success, boolean termsAccepted) {}
