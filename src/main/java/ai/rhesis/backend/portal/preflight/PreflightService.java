package ai.rhesis.backend.portal.preflight;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.Shares;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.suite.testset.TestSetService;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Preflights of this node. Those that nobody waits for are told to their starter check by check, on any node.
@Service
class PreflightService {

    private static final Logger log = LoggerFactory.getLogger(PreflightService.class);
    private static final int MAX_AT_ONCE = 10;
    private static final int RETRY_SECONDS = 10;

    private final TestSetService sets;
    private final CheckRunner runner;
    private final PreflightStore store;
    private final Shares turns = new Shares(MAX_AT_ONCE);

    PreflightService(TestSetService sets, CheckRunner runner, PreflightStore store) {
        this.sets = sets;
        this.runner = runner;
        this.store = store;
    }

    /// Carries out all checks.
    ///
    /// @throws ProblemException 404 without one of the sets, 429 when too many preflights are under way
    List<CheckRow> check(PreflightRequest request) {
        PreflightPlan plan = plan(request);
        UUID organization = takeTurn();
        try {
            CheckRow[] rows = new CheckRow[plan.checks().size()];
            runner.run(
                    plan,
                    (place, finding) ->
                            rows[place] = CheckRow.of(plan, plan.checks().get(place), finding));
            return List.of(rows);
        } finally {
            turns.giveBack(organization);
        }
    }

    /// Begins the checks and returns which ones come.
    ///
    /// @throws ProblemException 404 without one of the sets, 409 for a correlation id that was used before,
    /// 429 when too many preflights are under way
    BegunPreflight begin(PreflightRequest request) {
        PreflightPlan plan = plan(request);
        UUID id = request.correlationId() == null ? BaseEntity.newId() : request.correlationId();
        UUID organization = takeTurn();
        try {
            store.create(id, plan);
            Tenant tenant = Tenant.current();
            Thread.ofVirtual().name("preflight").start(() -> work(tenant, id, plan));
        } catch (RuntimeException refused) {
            turns.giveBack(organization);
            throw refused;
        }
        return new BegunPreflight(id, plan);
    }

    private void work(Tenant tenant, UUID id, PreflightPlan plan) {
        try {
            tenant.<UUID, RuntimeException>call(() -> {
                runner.run(plan, (place, finding) -> store.note(id, place, finding));
                store.finish(id);
                return id;
            });
        } catch (RuntimeException stopped) {
            log.warn("The preflight {} was not finished: {}", id, LoggedFailure.words(stopped));
        } finally {
            turns.giveBack(tenant.organizationId());
        }
    }

    private PreflightPlan plan(PreflightRequest request) {
        return PreflightPlan.of(
                request,
                sets.references(request.sets()).stream().map(CheckedSet::of).toList());
    }

    private UUID takeTurn() {
        UUID organization = Tenant.current().organizationId();
        if (!turns.take(organization)) {
            throw Problem.tooMany(
                            MAX_AT_ONCE + " preflights of your organization are under way here; try again.",
                            RETRY_SECONDS)
                    .exception();
        }
        return organization;
    }
}
