package ai.rhesis.backend.integration.chat;

import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The meter of tokens that no result of a run tells: of calls outside runs, of models that play users, and of answers
/// that can't be used.
@Component
public class TokenMeter {

    private static final Logger log = LoggerFactory.getLogger(TokenMeter.class);

    private final ApplicationEventPublisher events;

    TokenMeter(ApplicationEventPublisher events) {
        this.events = events;
    }

    /// Counts what a call used, as far as it is known. Call it outside any transaction. An answer that was paid for is
    /// never lost because it can't be counted.
    public void count(Usage usage) {
        long tokens = usage.total();
        if (tokens > 0) {
            count(tokens);
        }
    }

    private void count(long tokens) {
        try {
            events.publishEvent(new TokensUsed(tokens));
        } catch (DataAccessException | TransactionException unreachable) {
            log.warn("{} tokens could not be counted: {}", tokens, LoggedFailure.words(unreachable));
        }
    }
}
