package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.persistence.StatisticsQueries;
import ai.rhesis.backend.run.early.EarlyDecision;
import ai.rhesis.backend.run.early.EarlyDecisions;
import ai.rhesis.backend.run.start.RunPlan;
import ai.rhesis.backend.run.start.RunPlanQueries;
import ai.rhesis.backend.run.testresult.ResultsWritten;
import ai.rhesis.backend.run.testrun.RunEnded;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The reads and writes of the nodes that work on a run, each in one short transaction.
@Component
@Transactional
class RunStore {

    /// Slots are good for as long as their lease, less what a slow commit and a slow clock may take of it.
    static final int SLOTS_GOOD_FOR_SECONDS = SlotQueries.LEASE_SECONDS - 2;

    private final RunStateQueries states;
    private final RunPlanQueries plans;
    private final WorkQueries work;
    private final ItemFileQueries files;
    private final SlotQueries slots;
    private final ItemResultQueries itemResults;
    private final StatisticsQueries statistics;
    private final ApplicationEventPublisher events;
    private final EarlyDecisions early;

    RunStore(
            RunStateQueries states,
            RunPlanQueries plans,
            WorkQueries work,
            ItemFileQueries files,
            SlotQueries slots,
            ItemResultQueries itemResults,
            StatisticsQueries statistics,
            ApplicationEventPublisher events,
            EarlyDecisions early) {
        this.states = states;
        this.plans = plans;
        this.work = work;
        this.files = files;
        this.slots = slots;
        this.itemResults = itemResults;
        this.statistics = statistics;
        this.events = events;
        this.early = early;
    }

    /// Opens the work on a run, which is in progress from now on; nothing when it is over.
    Optional<Work> open(UUID runId) {
        RunPlan plan = plans.plan(runId);
        if (plan == null || isOver(runId)) {
            return Optional.empty();
        }
        states.begin(runId, plan.options().deadlineSeconds());
        slots.clear(plan.target().id());
        return Optional.of(new Work(runId, plan, plans.metrics(runId)));
    }

    private boolean isOver(UUID runId) {
        return states.look(runId).map(moment -> moment.state().isFinal()).orElse(true);
    }

    /// Renews what a node holds of a run, and settles with the others how many calls it may have in flight.
    ///
    /// @param wanted how many it has use for
    /// @param mine what it settles on
    /// @return whether the run goes on
    boolean heartbeat(Work of, UUID node, int wanted, Slots mine) {
        RunStateQueries.Moment moment = states.look(of.runId()).orElse(null);
        if (moment == null || moment.state().isFinal()) {
            return false;
        }
        if (moment.isOverdue()) {
            giveUp(of.runId());
            return false;
        }
        work.renew(of.runId(), node);
        statistics.refresh();
        if (of.plan().isRescore()) {
            mine.settle(wanted);
        } else {
            settle(of, node, wanted, mine);
        }
        return true;
    }

    private void settle(Work of, UUID node, int wanted, Slots mine) {
        UUID target = of.plan().target().id();
        List<SlotShares.Holder> others = slots.lockOthers(target, of.runId(), node);
        SlotShares.Holder holder =
                new SlotShares.Holder(of.runId(), node, of.plan().options().maxCalls(), wanted, 0);
        mine.pause(System.nanoTime() + slots.pause(target).toNanos());
        int settled = mine.settle(SlotShares.of(holder, others));
        slots.keep(target, holder, settled, SlotQueries.LEASE_SECONDS);
    }

    private void giveUp(UUID runId) {
        List<UUID> open = work.open(runId);
        // a run that is cancelled meanwhile takes nothing more, and its items stay open
        while (!open.isEmpty() && itemResults.write(runId, late(open))) {
            open = work.open(runId);
        }
        end(runId);
    }

    private static List<ItemResult> late(List<UUID> items) {
        return items.stream()
                .map(item -> ItemResult.failed(item, Errors.DEADLINE, "the deadline of the run passed before"))
                .toList();
    }

    /// Takes up to `limit` items; of a sequential run none while another node holds some, so that the order holds.
    List<Item> take(Work of, UUID node, int limit) {
        boolean isHeldElsewhere = of.plan().options().isSequential() && work.isHeldByOthers(of.runId(), node);
        List<Item> taken = isHeldElsewhere ? List.of() : work.take(of.runId(), node, limit);
        return taken.isEmpty() || !of.plan().takesFiles() ? taken : files.complete(taken);
    }

    /// Tells all nodes to leave the target of a run alone for a time.
    void pause(Work of, UUID node, Duration pause) {
        slots.pause(of.plan().target().id(), of.runId(), node, pause);
    }

    /// Writes results, and ends the run with the last of them.
    ///
    /// @param isLast whether the node has no more of the run in hand
    /// @return whether the run goes on
    /// @throws DataAccessException when one of them can't be stored
    boolean write(UUID runId, List<ItemResult> results, boolean isLast) {
        boolean goesOn = itemResults.write(runId, results);
        if (goesOn) {
            events.publishEvent(new ResultsWritten(runId, true));
        }
        return goesOn && !(isLast && end(runId));
    }

    /// Ends a run of which nothing is left to do.
    ///
    /// @return whether it ended
    boolean finish(UUID runId) {
        return end(runId);
    }

    /// Looks whether the finished prefix of a run decides it, and ends it then.
    ///
    /// @return whether it is decided
    boolean decide(EarlyDecision decision) {
        boolean isDecided = decision.isMade() || early.look(decision);
        if (isDecided) {
            ended(decision.runId(), states.decide(decision));
        }
        return isDecided;
    }

    private boolean end(UUID runId) {
        return ended(runId, states.finish(runId));
    }

    private boolean ended(UUID runId, boolean isEnded) {
        if (isEnded) {
            statistics.refresh();
            events.publishEvent(new RunEnded(runId, false));
        }
        return isEnded;
    }

    /// Gives back everything that a node holds of a run.
    void leave(Work of, UUID node) {
        work.release(of.runId(), node);
        if (!of.plan().isRescore()) {
            SlotShares.Holder nobody =
                    new SlotShares.Holder(of.runId(), node, of.plan().options().maxCalls(), 0, 0);
            slots.keep(of.plan().target().id(), nobody, 0, 0);
        }
    }

    /// The work on a run.
    record Work(UUID runId, RunPlan plan, Map<UUID, MetricSnapshot> metrics) {}
}
