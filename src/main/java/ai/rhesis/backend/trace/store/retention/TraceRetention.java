package ai.rhesis.backend.trace.store.retention;

import ai.rhesis.backend.platform.persistence.Batches;
import ai.rhesis.backend.platform.tenancy.OrganizationWalk;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.trace.store.limit.TraceSettings;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The clean-up of traces that are kept no longer: every hour, on every node, which leave each other's traces alone.
@Component
class TraceRetention {

    private static final Logger log = LoggerFactory.getLogger(TraceRetention.class);

    private final OrganizationWalk organizations;
    private final TraceRuleQueries rules;
    private final RetentionQueries traces;
    private final int otherwise;

    TraceRetention(
            OrganizationWalk organizations, TraceRuleQueries rules, RetentionQueries traces, TraceSettings settings) {
        this.organizations = organizations;
        this.rules = rules;
        this.traces = traces;
        this.otherwise = settings.retentionDays();
    }

    @Scheduled(initialDelay = 300, fixedDelay = 3600, timeUnit = TimeUnit.SECONDS)
    void everywhere() {
        int deleted = organizations.sum("Old traces stay for another hour", this::of);
        if (deleted > 0) {
            log.info("{} traces were deleted because they are kept no longer", deleted);
        }
    }

    /// Deletes what one organization keeps no longer, and returns how many traces that were.
    int of(Tenant owner) {
        return owner.call(() -> rules.retentions(otherwise).entrySet().stream()
                .mapToInt(project -> clear(project.getKey(), project.getValue()))
                .sum());
    }

    private int clear(UUID project, int days) {
        int deleted = 0;
        List<RetentionQueries.Expired> expired = traces.expired(project, days);
        while (!expired.isEmpty()) {
            int before = deleted;
            expired.stream()
                    .filter(trace -> trace.spanCount() > RetentionQueries.MAX_SPANS)
                    .forEach(trace -> empty(trace.id(), days));
            for (var batch : Batches.within(RetentionQueries.MAX_SPANS, expired, RetentionQueries.Expired::spanCount)) {
                deleted += traces.delete(batch, days);
            }
            // the others are being written to, or another node has them
            expired = deleted == before ? List.of() : traces.expired(project, days);
        }
        return deleted;
    }

    /// Deletes the spans of a trace that has more than go at once.
    private void empty(UUID trace, int days) {
        int deleted = traces.empty(trace, days);
        while (deleted == RetentionQueries.MAX_SPANS) {
            deleted = traces.empty(trace, days);
        }
    }
}
