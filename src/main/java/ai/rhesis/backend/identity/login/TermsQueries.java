package ai.rhesis.backend.identity.login;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The accepted terms in the rows of logins.
@Repository
class TermsQueries {

    private final JdbcClient database;

    TermsQueries(JdbcClient database) {
        this.database = database;
    }

    Optional<String> findAccepted(UUID account) {
        return database.sql("select app.find_accepted_terms(?)")
                .param(account)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    void accept(UUID account, String version) {
        database.sql("select app.accept_terms(?, ?)")
                .params(account, version)
                .query((row, number) -> true)
                .list();
    }
}
