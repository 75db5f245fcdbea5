package ai.rhesis.backend.platform.queue;

import ai.rhesis.backend.platform.persistence.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import ai.rhesis.backend.platform.tenancy.OwnerQueries;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The walk through all organizations for work that nobody asks for. It enters each as one of its owners, by
/// the same check as a request.
@Component
public class OrganizationWalk {

    private static final Logger log = LoggerFactory.getLogger(OrganizationWalk.class);
    private static final int PAGE = 100;

    private final OwnerQueries owners;

    OrganizationWalk(OwnerQueries owners) {
        this.owners = owners;
    }

    /// Does the work for each organization, and adds up what it returns. Where one fails, it goes on with the next.
    ///
    /// @param work enters the organization itself
    /// @param disturbed what the log says of an organization whose work failed
    public int sum(String disturbed, ToIntFunction<Tenant> work) {
        int sum = 0;
        UUID last = new UUID(0, 0);
        List<Tenant> page;
        do {
            page = owners.findBehind(last, PAGE);
            sum += page.stream()
                    .mapToInt(owner -> enter(owner, disturbed, work))
                    .sum();
            last = page.isEmpty() ? last : page.getLast().organizationId();
        } while (page.size() == PAGE);
        return sum;
    }

    private static int enter(Tenant owner, String disturbed, ToIntFunction<Tenant> work) {
        try {
            return work.applyAsInt(owner);
        } catch (NotAMemberException leftMeanwhile) {
            return 0;
        } catch (DataAccessException | TransactionException failure) {
            log.warn(disturbed, LoggedFailure.of(failure));
            return 0;
        }
    }
}
