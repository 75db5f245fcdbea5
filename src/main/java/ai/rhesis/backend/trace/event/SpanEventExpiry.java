package ai.rhesis.backend.trace.event;

import ai.rhesis.backend.platform.queue.OrganizationWalk;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The clean-up of events whose spans never came, in organizations that send none any more.
@Component
class SpanEventExpiry {

    private final OrganizationWalk organizations;
    private final SpanEventWriter events;

    SpanEventExpiry(OrganizationWalk organizations, SpanEventWriter events) {
        this.organizations = organizations;
        this.events = events;
    }

    @Scheduled(initialDelay = 540, fixedDelay = 3600, timeUnit = TimeUnit.SECONDS)
    void everywhere() {
        organizations.sum("Events without spans stay for another hour", this::of);
    }

    /// Deletes those of one organization, and returns how many.
    int of(Tenant owner) {
        return owner.<Integer, RuntimeException>call(this::clear);
    }

    private int clear() {
        int all = 0;
        for (int deleted = events.deleteExpired(); deleted > 0; deleted = events.deleteExpired()) {
            all += deleted;
        }
        return all;
    }
}
