package ai.rhesis.backend.trace.event;

import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.tenancy.OrganizationWalk;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.trace.store.reread.SpanRefreshing;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The hourly clean-up of events of spans.
///
/// It deletes events whose spans never came, in organizations that send none any more. Where a node died after it had
/// added events to spans, it reads these spans anew.
@Component
class SpanEventExpiry {

    private static final int MAX_READINGS = 100;

    private final OrganizationWalk organizations;
    private final SpanEventWriter events;
    private final SpanRefreshing refreshing;

    SpanEventExpiry(OrganizationWalk organizations, SpanEventWriter events, SpanRefreshing refreshing) {
        this.organizations = organizations;
        this.events = events;
        this.refreshing = refreshing;
    }

    @Scheduled(initialDelay = 540, fixedDelay = 3600, timeUnit = TimeUnit.SECONDS)
    void everywhere() {
        organizations.sum("Events without spans stay for another hour", this::of);
        organizations.sum("Spans are shown without their latest events for another hour", this::refresh);
    }

    /// Deletes the events of one organization, and returns how many.
    int of(Tenant owner) {
        return owner.<Integer, RuntimeException>call(this::clear);
    }

    /// Reads the spans of one organization, and returns how many.
    int refresh(Tenant owner) {
        return owner.<Integer, RuntimeException>call(() -> ComputePool.inBackground(this::refresh));
    }

    private int refresh() {
        int all = 0;
        List<UUID> spans = events.unread();
        for (int reading = 0; reading < MAX_READINGS && !spans.isEmpty(); reading++) {
            refreshing.refresh(spans);
            all += spans.size();
            spans = events.unread();
        }
        return all;
    }

    private int clear() {
        int all = 0;
        for (int deleted = events.deleteExpired(); deleted > 0; deleted = events.deleteExpired()) {
            all += deleted;
        }
        return all;
    }
}
