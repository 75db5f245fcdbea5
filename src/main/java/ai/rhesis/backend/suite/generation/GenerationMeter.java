package ai.rhesis.backend.suite.generation;

import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The meter of tests that models write. A test is never lost because it can't be counted.
@Component
class GenerationMeter {

    private static final Logger log = LoggerFactory.getLogger(GenerationMeter.class);

    private final ApplicationEventPublisher events;

    GenerationMeter(ApplicationEventPublisher events) {
        this.events = events;
    }

    /// Counts what a receiver takes.
    ProductionSink counting(ProductionSink sink) {
        return new ProductionSink() {
            @Override
            public boolean take(Produced produced) {
                boolean goesOn = sink.take(produced);
                if (goesOn && !produced.tests().isEmpty()) {
                    count(produced.tests().size());
                }
                return goesOn;
            }

            @Override
            public boolean isStopped() {
                return sink.isStopped();
            }
        };
    }

    private void count(int tests) {
        try {
            events.publishEvent(new TestsGenerated(tests));
        } catch (DataAccessException | TransactionException unreachable) {
            log.warn("{} generated tests could not be counted: {}", tests, LoggedFailure.words(unreachable));
        }
    }
}
