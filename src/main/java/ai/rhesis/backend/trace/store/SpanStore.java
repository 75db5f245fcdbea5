package ai.rhesis.backend.trace.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import ai.rhesis.backend.platform.persistence.Batches;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.span.TraceKey;
import ai.rhesis.backend.trace.store.limit.TraceSettings;
import ai.rhesis.backend.trace.store.reading.ReadSpan;
import ai.rhesis.backend.trace.store.retention.Sampling;
import ai.rhesis.backend.trace.store.retention.TraceRuleQueries;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/// The store of spans, whoever brings them.
@Component
public class SpanStore {

    private static final Logger log = LoggerFactory.getLogger(SpanStore.class);
    private static final int ATTEMPTS = 3;

    private final TraceRuleQueries rules;
    private final SpanPreparation preparation;
    private final SpanWriter writer;
    private final ResultLinks results;
    private final List<SpanArrivals> arrivals;

    SpanStore(
            TraceRuleQueries rules,
            SpanPreparation preparation,
            SpanWriter writer,
            ResultLinks results,
            List<SpanArrivals> arrivals) {
        this.rules = rules;
        this.preparation = preparation;
        this.writer = writer;
        this.results = results;
        this.arrivals = arrivals;
    }

    /// Stores the spans that are not there yet, each once by its project, trace and span id. The first delivery of a
    /// span stands. It is to be called outside of transactions, in the tenant of the spans.
    ///
    /// @param spans in projects that the caller may write to
    public Receipt receive(List<PlacedSpan> spans) {
        Receipt receipt = store(spans, results::link);
        spans.stream()
                .collect(groupingBy(
                        PlacedSpan::projectId, mapping(placed -> placed.span().traceId(), toSet())))
                .forEach((project, traceIds) -> arrivals.forEach(waiting -> waiting.arrived(project, traceIds)));
        return receipt;
    }

    /// Stores spans as [#receive] does, but of calls that this service makes: nothing waits for them, and their
    /// traces are linked to results afterwards.
    public Receipt receiveOwn(List<PlacedSpan> spans) {
        return store(spans, results::linkBehind);
    }

    /// @param links is told the runs that the spans name
    private Receipt store(List<PlacedSpan> spans, Consumer<Set<UUID>> links) {
        Sampling sampling =
                rules.sampling(spans.stream().map(PlacedSpan::projectId).collect(toSet()));
        List<ReadSpan> read = preparation.read(spans, sampling);
        int sampledOut = (int) spans.stream()
                .filter(span -> !sampling.keeps(TraceKey.of(span)))
                .count();
        Receipt receipt = new Receipt(0, spans.size() - sampledOut - read.size(), sampledOut, List.of());
        for (List<ReadSpan> batch : Batches.of(read, TraceSettings.BATCH)) {
            receipt = receipt.plus(write(batch));
        }
        links.accept(
                read.stream().map(ReadSpan::testRunId).filter(Objects::nonNull).collect(toSet()));
        return receipt;
    }

    private Receipt write(List<ReadSpan> batch) {
        try {
            return writeAgain(batch);
        } catch (DataIntegrityViolationException refused) {
            return batch.size() == 1 ? refused(batch.getFirst(), refused) : oneByOne(batch);
        }
    }

    /// Writes again when what spans refer to, or their trace, was deleted in this moment.
    private Receipt writeAgain(List<ReadSpan> batch) {
        for (int attempt = 1; true; attempt++) {
            try {
                return writer.write(batch).of(batch.size());
            } catch (DataIntegrityViolationException | TransientDataAccessException disturbed) {
                if (attempt == ATTEMPTS) {
                    throw disturbed;
                }
            }
        }
    }

    private Receipt oneByOne(List<ReadSpan> batch) {
        return batch.stream().map(span -> write(List.of(span))).reduce(Receipt.NOTHING, Receipt::plus);
    }

    private static Receipt refused(ReadSpan span, DataIntegrityViolationException refused) {
        log.warn("A span can't be stored", LoggedFailure.of(refused));
        return new Receipt(0, 0, 0, List.of(new Receipt.Refusal(span.index(), "the span can't be stored")));
    }
}
