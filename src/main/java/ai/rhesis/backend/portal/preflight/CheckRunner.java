package ai.rhesis.backend.portal.preflight;

import ai.rhesis.backend.platform.compute.RequestTurns;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallTimeout;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The execution of the checks of a preflight: those that call somebody at the same time, and beside them those of the
/// test sets one after the other. Each has a limit, so that all of them end within half a minute and a little.
@Component
class CheckRunner {

    private static final Logger log = LoggerFactory.getLogger(CheckRunner.class);
    private static final Duration ENDPOINT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration MODEL_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration SET_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final ThreadFactory LANES =
            Thread.ofVirtual().name("preflight-lane").factory();

    private final EndpointCheck endpoint;
    private final ModelChecks models;
    private final SetChecks sets;

    CheckRunner(EndpointCheck endpoint, ModelChecks models, SetChecks sets) {
        this.endpoint = endpoint;
        this.models = models;
        this.sets = sets;
    }

    /// Returns when every check has its finding, also where it is interrupted: the checks are then interrupted too.
    ///
    /// @param findings takes the place of a check in the plan and what was found, from several threads
    void run(PreflightPlan plan, BiConsumer<Integer, Finding> findings) {
        RequestTurns.leaveForOthers();
        Tenant tenant = Tenant.current();
        try (ExecutorService lanes = Executors.newThreadPerTaskExecutor(LANES)) {
            plan.shared().forEach(place -> lanes.execute(() -> look(tenant, plan, place, findings)));
            lanes.execute(() -> plan.ofSets().forEach(place -> look(tenant, plan, place, findings)));
        }
    }

    private void look(Tenant tenant, PreflightPlan plan, int place, BiConsumer<Integer, Finding> findings) {
        PlannedCheck check = plan.checks().get(place);
        Finding finding = within(tenant, limit(check.name()), () -> find(plan, check));
        tenant.<Finding, RuntimeException>call(() -> {
            findings.accept(place, finding);
            return finding;
        });
    }

    private Finding find(PreflightPlan plan, PlannedCheck check) {
        return switch (check.name()) {
            case ENDPOINT_CONNECTIVITY -> endpoint.look(plan.request());
            case EVALUATION_MODEL -> models.evaluation(plan);
            case EXECUTION_MODEL -> models.execution(plan.request());
            default -> sets.look(plan, check);
        };
    }

    private static Duration limit(CheckName name) {
        return switch (name) {
            case ENDPOINT_CONNECTIVITY -> ENDPOINT_TIMEOUT;
            case EVALUATION_MODEL, EXECUTION_MODEL -> MODEL_TIMEOUT;
            default -> SET_TIMEOUT;
        };
    }

    /// Interrupts a check that takes longer than its limit, which closes its connection.
    private static Finding within(Tenant tenant, Duration limit, Supplier<Finding> check) {
        FutureTask<Finding> task = new FutureTask<>(() -> tenant.<Finding, RuntimeException>call(
                () -> CallTimeout.within(limit.plus(GRACE), () -> settled(check))));
        Thread.ofVirtual().name("preflight-check").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return Finding.failed("There was no answer within " + limit.toSeconds() + " seconds", null);
        } catch (ExecutionException failure) {
            log.warn("A check failed", LoggedFailure.of(failure));
            return Finding.failed("The check itself failed", null);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Finding.failed("The check was interrupted", null);
        } finally {
            task.cancel(true);
        }
    }

    private static Finding settled(Supplier<Finding> check) {
        try {
            return check.get();
        } catch (ProblemException refused) {
            return Finding.of(refused.problem());
        } catch (CallException noAnswer) {
            return Finding.failed("There was no answer that can be used", noAnswer.getMessage());
        }
    }
}
