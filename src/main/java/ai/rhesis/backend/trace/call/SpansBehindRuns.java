package ai.rhesis.backend.trace.call;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.store.SpanStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The spans of the runs on this node, which are written in batches behind them. A run never waits for them: what the
/// buffer has no room for is dropped, and their number logged.
///
/// They wait half a second, so that the results of their calls are there first: then a trace is written once, with its
/// result. Otherwise it is updated when the result comes, which costs more than writing it.
@Component
class SpansBehindRuns implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SpansBehindRuns.class);

    /// Capacity in characters; each span counts at least MIN_WEIGHT.
    private static final int CAPACITY = 16_000_000;

    private static final int MIN_WEIGHT = 2_000;
    private static final int MAX_BATCH = 1_000;
    private static final int ATTEMPTS = 5;
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final SpanStore store;
    private final Semaphore room = new Semaphore(CAPACITY);
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final LongAdder dropped = new LongAdder();
    private volatile @Nullable ScheduledExecutorService writer;

    SpansBehindRuns(SpanStore store) {
        this.store = store;
    }

    void put(Tenant tenant, PlacedSpan span) {
        Waiting added = new Waiting(tenant, span, System.nanoTime() + WAIT.toNanos());
        if (room.tryAcquire(added.weight())) {
            waiting.add(added);
        } else {
            dropped.increment();
        }
    }

    /// Writes what is due. It ends well whatever happens: after a failure it would not be called again.
    private void flush() {
        try {
            for (List<Waiting> batch = next(); !batch.isEmpty(); batch = next()) {
                write(batch);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            log.error("Spans of runs could not be written", LoggedFailure.of(failure));
        } finally {
            logDropped();
        }
    }

    private void write(List<Waiting> batch) throws InterruptedException {
        try {
            writeByTenant(batch);
        } finally {
            room.release(batch.stream().mapToInt(Waiting::weight).sum());
        }
    }

    private List<Waiting> next() {
        List<Waiting> batch = new ArrayList<>();
        while (batch.size() < MAX_BATCH && isDue(waiting.peek())) {
            batch.add(waiting.remove());
        }
        return batch;
    }

    private boolean isDue(@Nullable Waiting first) {
        return first != null && (!isRunning() || first.dueNanos() - System.nanoTime() <= 0);
    }

    private void writeByTenant(List<Waiting> batch) throws InterruptedException {
        var byTenant = batch.stream().collect(groupingBy(Waiting::tenant, mapping(Waiting::span, toList())));
        for (var ofTenant : byTenant.entrySet()) {
            write(ofTenant.getKey(), ofTenant.getValue());
        }
    }

    private void write(Tenant tenant, List<PlacedSpan> spans) throws InterruptedException {
        for (int attempt = 1; true; attempt++) {
            try {
                tenant.call(() -> ComputePool.inBackground(() -> store.receiveOwn(spans)));
                return;
            } catch (TransientDataAccessException | TransactionException unreachable) {
                if (attempt == ATTEMPTS || !isRunning()) {
                    drop(spans, unreachable);
                    return;
                }
                Thread.sleep(PAUSE);
            } catch (RuntimeException refused) {
                drop(spans, refused);
                return;
            }
        }
    }

    private static void drop(List<PlacedSpan> spans, RuntimeException reason) {
        log.warn("{} spans of runs could not be written: {}", spans.size(), LoggedFailure.words(reason));
    }

    private void logDropped() {
        long number = dropped.sumThenReset();
        if (number > 0) {
            log.warn("{} spans of runs were dropped, because writing them fell behind", number);
        }
    }

    /// Returns a phase that ends after that of the work on runs.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        ScheduledExecutorService writing = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("spans-", 0).daemon().factory());
        writing.scheduleWithFixedDelay(this::flush, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        writer = writing;
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }

    /// Writes what waits, as far as that is possible in a few seconds.
    @Override
    public void stop() {
        ScheduledExecutorService writing = writer;
        if (writing != null) {
            writer = null;
            writing.execute(this::flush);
            stop(writing);
        }
    }

    private static void stop(ScheduledExecutorService writing) {
        writing.shutdown();
        try {
            if (!writing.awaitTermination(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                writing.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            writing.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /// A span that waits to be written for a tenant.
    ///
    /// @param dueNanos when it has waited long enough, by `System.nanoTime()`
    private record Waiting(Tenant tenant, PlacedSpan span, long dueNanos) {

        int weight() {
            int length = span.span()
                    .attributes()
                    .valueStream()
                    .mapToInt(value -> value.asString("").length())
                    .sum();
            return Math.clamp(length, MIN_WEIGHT, CAPACITY);
        }
    }
}
