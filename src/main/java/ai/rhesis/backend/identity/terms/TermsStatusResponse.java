package ai.rhesis.backend.identity.terms;

/// The acceptance of the terms by a user: of those that hold now, and of any before.
record TermsStatusResponse(boolean termsAccepted, boolean hasPriorAcceptance) {

    static TermsStatusResponse of(TermsView terms) {
        return new TermsStatusResponse(terms.current().equals(terms.accepted()), terms.accepted() != null);
    }
}
