package ai.rhesis.backend.portal.usage;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The usage of an organization month by month, the oldest first and none left out. Stocks have no history.
record UsageHistoryResponse(Map<UsageResource, List<Point>> resources) {

    static UsageHistoryResponse of(UsageHistoryView usage) {
        Map<UsageResource, List<Point>> resources = new EnumMap<>(UsageResource.class);
        for (UsageResource resource : UsageResource.values()) {
            if (resource.kind() == UsageResource.Kind.FLOW) {
                resources.put(
                        resource,
                        usage.months().stream()
                                .map(month -> new Point(
                                        month.atDay(1),
                                        usage.flows()
                                                .getOrDefault(month, Map.of())
                                                .getOrDefault(resource, 0L)))
                                .toList());
            }
        }
        return new UsageHistoryResponse(resources);
    }

    record Point(LocalDate periodStart, long used) {}
}
