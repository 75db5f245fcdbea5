package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.annotation.file.AttachedFile;
import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.CallContext;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.chat.TimedAnswer;
import ai.rhesis.backend.integration.enclosure.Enclosures;
import ai.rhesis.backend.integration.enclosure.OpenedFiles;
import ai.rhesis.backend.platform.egress.Attempts;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallTimeout;
import ai.rhesis.backend.platform.egress.Stopwatch;
import ai.rhesis.backend.run.start.RunPlan;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The calls of one run on one node to its target, each in a slot, and none while the target's rate limit is exceeded
/// or a program that was connected may come back.
final class TargetCalls {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final RunPlan plan;
    private final TargetClient client;
    private final Enclosures enclosures;
    private final TenantThreads threads;
    private final Slots slots;
    private final @Nullable RateLimit rateLimit;
    private final LostProgram lost;

    /// @param rateLimit null when a 429 is to be treated as any other failure that may pass
    /// @param patience how long a program may be gone
    TargetCalls(
            RunPlan plan,
            TargetClient client,
            Enclosures enclosures,
            TenantThreads threads,
            Slots slots,
            @Nullable RateLimit rateLimit,
            Duration patience) {
        this.plan = plan;
        this.client = client;
        this.enclosures = enclosures;
        this.threads = threads;
        this.slots = slots;
        this.rateLimit = rateLimit;
        this.lost = new LostProgram(slots, patience);
    }

    /// Asks, again after each pause that the target's rate limit or its lost connection calls for. Only a call in
    /// flight holds a slot, and the contents of files.
    ///
    /// @throws CallException when there is no answer
    TimedAnswer ask(Question question, List<AttachedFile> files, CallContext context) {
        long first = System.nanoTime();
        Question asked = question.with(plan.parameters(), plan.parameterSnapshot());
        TimedAnswer answer = attempt(asked, files, context, first);
        while (answer == null) {
            answer = attempt(asked, files, context, first);
        }
        return answer;
    }

    private @Nullable TimedAnswer attempt(
            Question question, List<AttachedFile> files, CallContext context, long first) {
        slots.acquire();
        try (OpenedFiles opened = enclosures.open(files)) {
            return attempt(question.with(opened.enclosures()), context, first);
        } finally {
            slots.release();
        }
    }

    private @Nullable TimedAnswer attempt(Question question, CallContext context, long first) {
        long begin = System.nanoTime();
        try {
            TimedAnswer answer = limited(question, context);
            if (rateLimit != null) {
                rateLimit.answered(begin);
            }
            lost.answered();
            return answer;
        } catch (CallException failure) {
            if (rateLimit != null && (rateLimit.pauses(failure, begin, first) || lost.pauses(failure))) {
                return null;
            }
            throw failure;
        }
    }

    /// Asks for as long as the run lets it. A program's call tells by itself that it took too long.
    private TimedAnswer limited(Question question, CallContext context) {
        Duration limit = plan.options().timeout();
        return plan.target().endpoint() != null && plan.target().endpoint().isFunction()
                ? threads.within(limit.plus(GRACE), () -> CallTimeout.within(limit, () -> timed(question, context)))
                : threads.within(limit, () -> TenantThreads.calling(limit, () -> timed(question, context)));
    }

    private TimedAnswer timed(Question question, CallContext context) {
        Stopwatch watch = new Stopwatch();
        Answer answer = watch.time(() -> rateLimit == null
                ? client.ask(plan.target(), question, context)
                : Attempts.exceptOn429(() -> client.ask(plan.target(), question, context)));
        return new TimedAnswer(answer, watch.millis());
    }
}
