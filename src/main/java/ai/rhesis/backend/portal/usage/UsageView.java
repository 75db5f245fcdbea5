package ai.rhesis.backend.portal.usage;

import java.time.YearMonth;
import java.util.Map;

/// The usage of an organization: the flows of a month and the stocks of now. A resource without a number has none.
record UsageView(YearMonth month, Map<UsageResource, Long> flows, Map<UsageResource, Long> stocks) {}
