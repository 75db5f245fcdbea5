package ai.rhesis.backend.portal.usage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The usage of an organization month by month, the oldest first and none left out. Stocks have no history.
record UsageHistoryResponse(Map<UsageResource, List<Point>> resources) {

    static UsageHistoryResponse of(List<YearMonth> months, Map<YearMonth, Map<UsageResource, Long>> used) {
        Map<UsageResource, List<Point>> resources = new EnumMap<>(UsageResource.class);
        for (UsageResource resource : UsageResource.values()) {
            if (resource.kind() == UsageResource.Kind.FLOW) {
                resources.put(
                        resource,
                        months.stream()
                                .map(month -> new Point(
                                        month.atDay(1),
                                        used.getOrDefault(month, Map.of()).getOrDefault(resource, 0L)))
                                .toList());
            }
        }
        return new UsageHistoryResponse(resources);
    }

    record Point(LocalDate periodStart, long used) {}
}
