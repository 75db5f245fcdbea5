package ai.rhesis.backend.identity.terms;

import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The terms of use that this server asks everybody to accept, by their version.
@Service
@Transactional
class TermsService {

    private final TermsQueries terms;
    private final String version;

    TermsService(TermsQueries terms, @Value("${rhesis.terms-version}") String version) {
        this.terms = terms;
        this.version = version;
    }

    @Transactional(readOnly = true)
    TermsView status(UUID account) {
        return new TermsView(terms.findAccepted(account).orElse(null), version);
    }

    void accept(UUID account) {
        terms.accept(account, version);
    }
}
