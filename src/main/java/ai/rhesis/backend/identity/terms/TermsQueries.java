package ai.rhesis.backend.identity.terms;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The accepted terms in the rows of logins.
@Repository
class TermsQueries {

    private static final String FIND_ACCEPTED = "select app.find_accepted_terms(?)";
    private static final String ACCEPT = "select app.accept_terms(?, ?)";

    private final JdbcClient database;

    TermsQueries(JdbcClient database) {
        this.database = database;
    }

    Optional<String> findAccepted(UUID account) {
        return database.sql(FIND_ACCEPTED)
                .param(account)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    void accept(UUID account, String version) {
        database.sql(ACCEPT)
                .params(account, version)
                .query((row, number) -> true)
                .list();
    }
}
