package ai.rhesis.backend.platform.tenancy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
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
        AtomicInteger sum = new AtomicInteger();
        each(disturbed, owner -> sum.addAndGet(work.applyAsInt(owner)));
        return sum.get();
    }

    /// Does the work for each organization, and returns how many were left out: they could not be entered, or failed.
    ///
    /// @param work enters the organization itself
    /// @param disturbed what the log says of an organization whose work failed
    public int each(String disturbed, Consumer<Tenant> work) {
        int leftOut = 0;
        UUID last = new UUID(0, 0);
        List<Tenant> page;
        do {
            page = owners.findBehind(last, PAGE);
            leftOut += (int) page.stream()
                    .filter(owner -> !isDone(owner, disturbed, work))
                    .count();
            last = page.isEmpty() ? last : page.getLast().organizationId();
        } while (page.size() == PAGE);
        return leftOut;
    }

    private static boolean isDone(Tenant owner, String disturbed, Consumer<Tenant> work) {
        try {
            work.accept(owner);
            return true;
        } catch (NotAMemberException leftMeanwhile) {
            return false;
        } catch (DataAccessException | TransactionException failure) {
            log.warn("{} in the organization {}", disturbed, owner.organizationId(), LoggedFailure.of(failure));
            return false;
        }
    }
}
