package ai.rhesis.backend.portal.usage;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/// The flows of an organization in the months in which there were any, beside all months that were asked for.
record UsageHistoryView(List<YearMonth> months, Map<YearMonth, Map<UsageResource, Long>> flows) {}
