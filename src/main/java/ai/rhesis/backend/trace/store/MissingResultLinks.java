package ai.rhesis.backend.trace.store;

import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.OrganizationWalk;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The hourly search for links of traces to results that were not made when they should have been.
@Component
class MissingResultLinks {

    private static final Logger log = LoggerFactory.getLogger(MissingResultLinks.class);

    private final ResultLinkQueries links;
    private final OrganizationWalk organizations;

    MissingResultLinks(ResultLinkQueries links, OrganizationWalk organizations) {
        this.links = links;
        this.organizations = organizations;
    }

    @Scheduled(initialDelay = 420, fixedDelay = 3600, timeUnit = TimeUnit.SECONDS)
    void everywhere() {
        organizations.sum("Traces wait for their results for another hour", this::of);
    }

    /// Makes the links of one organization, and returns how many.
    int of(Tenant owner) {
        return owner.<Integer, RuntimeException>call(
                () -> links.waiting().stream().mapToInt(this::linkAll).sum());
    }

    private int linkAll(UUID run) {
        int linked = 0;
        try {
            UUID last = null;
            do {
                ResultLinkQueries.Links some = links.link(run, last);
                linked += some.traces();
                last = some.last();
            } while (last != null);
        } catch (DataAccessException failure) {
            log.warn("The traces of the run {} wait for another hour", run, LoggedFailure.of(failure));
        }
        return linked;
    }
}
