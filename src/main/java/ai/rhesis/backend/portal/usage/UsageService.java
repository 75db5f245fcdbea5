package ai.rhesis.backend.portal.usage;

import ai.rhesis.backend.integration.chat.TokensUsed;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.run.testrun.RunEnded;
import ai.rhesis.backend.suite.generation.TestsGenerated;
import ai.rhesis.backend.trace.store.SpansStored;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The usage of an organization, whatever the project of the request. Months are those of UTC.
@Service
@Transactional
class UsageService {

    private final UsageQueries usage;

    UsageService(UsageQueries usage) {
        this.usage = usage;
    }

    static YearMonth thisMonth() {
        return YearMonth.now(ZoneOffset.UTC);
    }

    /// Reads the usage of a month.
    ///
    /// @param period its first day; this month when absent
    /// @throws ProblemException 422 for another day
    @Transactional(readOnly = true)
    public UsageView of(@Nullable LocalDate period) {
        YearMonth month = month(period);
        return new UsageView(month, usage.flows(month, month).getOrDefault(month, Map.of()), usage.stocks());
    }

    /// Reads the flows of the last months, this one included.
    @Transactional(readOnly = true)
    public UsageHistoryView history(int months) {
        YearMonth last = thisMonth();
        YearMonth first = last.minusMonths(months - 1L);
        List<YearMonth> all = Stream.iterate(first, month -> month.plusMonths(1))
                .limit(months)
                .toList();
        return new UsageHistoryView(all, usage.flows(first, last));
    }

    @EventListener
    void note(RunEnded end) {
        usage.note(end.runId());
    }

    @EventListener
    void note(TokensUsed used) {
        usage.add(used.tokens(), 0);
    }

    @EventListener
    void note(TestsGenerated generated) {
        usage.add(0, generated.tests());
    }

    @EventListener
    void note(SpansStored stored) {
        usage.addSpans(stored.count());
    }

    private static YearMonth month(@Nullable LocalDate period) {
        if (period == null) {
            return thisMonth();
        }
        YearMonth month = YearMonth.from(period);
        if (period.getDayOfMonth() != 1 || month.isAfter(thisMonth())) {
            throw Problem.invalid("period", "must be the first day of a month that has begun")
                    .exception();
        }
        return month;
    }
}
