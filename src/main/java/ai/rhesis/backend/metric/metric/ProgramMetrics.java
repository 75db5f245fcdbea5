package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.integration.connector.MetricRegistry;
import ai.rhesis.backend.integration.connector.RegisteredMetric;
import ai.rhesis.backend.integration.connector.SdkService;
import ai.rhesis.backend.integration.connector.SyncStats;
import ai.rhesis.backend.platform.persistence.StorableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The metrics of connected programs. One that can't be registered is named and keeps no other from it.
@Component
class ProgramMetrics implements MetricRegistry {

    private static final int MAX_METRICS = 500;
    private static final int MAX_NAME = 255;
    private static final Set<String> SCORE_TYPES = Set.of("binary", "numeric", "categorical");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final MetricRegistration registration;

    ProgramMetrics(MetricRegistration registration) {
        this.registration = registration;
    }

    @Override
    public SyncStats register(@Nullable SdkService service, List<RegisteredMetric> metrics) {
        List<String> errors = new ArrayList<>();
        Map<String, RegisteredMetric> sound = new LinkedHashMap<>();
        for (RegisteredMetric metric : metrics) {
            String mistake = sound.size() == MAX_METRICS
                    ? "a program can register at most " + MAX_METRICS + " metrics"
                    : mistakeOf(metric);
            if (mistake == null) {
                RegisteredMetric storable = storable(metric);
                sound.put(storable.name(), storable);
            } else {
                errors.add(metric.name() + ": " + mistake);
            }
        }
        List<String> names = metrics.stream().map(RegisteredMetric::name).toList();
        SyncStats stats = registration.register(service, List.copyOf(sound.values()), names);
        return new SyncStats(stats.created(), stats.updated(), stats.markedInactive(), errors);
    }

    private static @Nullable String mistakeOf(RegisteredMetric metric) {
        if (metric.name().isBlank() || metric.name().length() > MAX_NAME) {
            return "the name of a metric must have 1 to " + MAX_NAME + " characters";
        }
        return metric.scoreType() == null || SCORE_TYPES.contains(metric.scoreType())
                ? null
                : "score_type must be binary, numeric or categorical";
    }

    private static RegisteredMetric storable(RegisteredMetric metric) {
        return JSON.treeToValue(StorableText.of(JSON.valueToTree(metric)), RegisteredMetric.class);
    }
}
