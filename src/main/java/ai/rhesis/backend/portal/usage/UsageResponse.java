package ai.rhesis.backend.portal.usage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The usage of an organization in a month. This edition has no limits.
record UsageResponse(Map<UsageResource, Item> resources, String edition) {

    private static final String EDITION = "community";

    static UsageResponse of(UsageView usage) {
        Map<UsageResource, Item> items = new EnumMap<>(UsageResource.class);
        for (UsageResource resource : UsageResource.values()) {
            items.put(
                    resource,
                    resource.kind() == UsageResource.Kind.FLOW
                            ? Item.of(resource, usage.flows().getOrDefault(resource, 0L), usage.month())
                            : Item.of(resource, usage.stocks().getOrDefault(resource, 0L), UsageService.thisMonth()));
        }
        return new UsageResponse(items, EDITION);
    }

    /// @param limit what the plan allows; null, as there is none
    /// @param ceiling what is refused from; null, as nothing is
    record Item(
            long used,
            @Nullable Long limit,
            @Nullable Long ceiling,
            LocalDate periodStart,
            LocalDate periodEnd,
            UsageResource.Kind kind) {

        static Item of(UsageResource resource, long used, YearMonth month) {
            return new Item(used, null, null, month.atDay(1), month.atEndOfMonth(), resource.kind());
        }
    }
}
