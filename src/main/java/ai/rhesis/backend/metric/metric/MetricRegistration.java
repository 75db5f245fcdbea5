package ai.rhesis.backend.metric.metric;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.annotation.status.StatusService;
import ai.rhesis.backend.integration.connector.RegisteredMetric;
import ai.rhesis.backend.integration.connector.RegistrationStatuses;
import ai.rhesis.backend.integration.connector.SdkService;
import ai.rhesis.backend.integration.connector.SyncStats;
import ai.rhesis.backend.platform.web.body.NamedReference;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The writing of registered metrics, one registration of an organization after the other.
@Component
@Transactional
class MetricRegistration {

    private final MetricRepository metrics;
    private final MetricTyping typing;
    private final StatusService statuses;

    MetricRegistration(MetricRepository metrics, MetricTyping typing, StatusService statuses) {
        this.metrics = metrics;
        this.typing = typing;
        this.statuses = statuses;
    }

    /// Makes or changes metrics. Those that no service has any more since this one lost them become inactive.
    ///
    /// @param names of all metrics that the program has, also of those that can't be registered
    SyncStats register(@Nullable SdkService service, List<RegisteredMetric> registered, Collection<String> names) {
        metrics.lockRegistrations();
        RegistrationStatuses states = RegistrationStatuses.of(statuses);
        Map<String, Metric> known = metrics.findOfPrograms().stream()
                .filter(metric -> ProgramLink.read(metric.asWritten().evaluationExamples()) != null)
                .collect(toMap(Metric::getName, identity(), (older, newer) -> older));
        int created = 0;
        int updated = 0;
        for (RegisteredMetric metric : registered) {
            Metric before = known.get(metric.name());
            if (before == null) {
                create(metric, service, states);
                created++;
            } else if (update(before, metric, service, states)) {
                updated++;
            }
        }
        known.keySet().removeAll(names);
        return new SyncStats(created, updated, leave(known.values(), service, states), List.of());
    }

    private void create(RegisteredMetric metric, @Nullable SdkService service, RegistrationStatuses states) {
        String examples = ProgramLink.of(metric, service, null).over(null, Instant.now());
        MetricTypes types =
                typing.of(NamedReference.of("custom-code"), NamedReference.of(MetricRequest.PROGRAM_BACKEND), null);
        metrics.save(new Metric(ProgramMetric.of(metric).request(examples, states.active()), types));
    }

    private boolean update(
            Metric metric, RegisteredMetric registered, @Nullable SdkService service, RegistrationStatuses states) {
        MetricRequest written = metric.asWritten();
        ProgramLink before = ProgramLink.read(written.evaluationExamples());
        ProgramLink link = ProgramLink.of(registered, service, before);
        ProgramMetric told = ProgramMetric.of(registered);
        boolean isSame = link.equals(before) && told.isSaidBy(written) && !states.isGone(written.statusId());
        if (!isSame) {
            String examples = link.over(written.evaluationExamples(), Instant.now());
            metric.told(told, examples, states.ofRegistered(written.statusId()));
            metrics.save(metric);
        }
        return !isSame;
    }

    /// Notes that a service no longer has metrics.
    ///
    /// @return how many became inactive by it
    private int leave(Collection<Metric> lost, @Nullable SdkService service, RegistrationStatuses states) {
        int inactive = 0;
        for (Metric metric : lost) {
            MetricRequest written = metric.asWritten();
            ProgramLink link = ProgramLink.read(written.evaluationExamples());
            if (link != null && link.isOf(service)) {
                ProgramLink rest = link.without(service);
                boolean isGone = rest.services().isEmpty();
                metric.left(
                        rest.over(written.evaluationExamples(), Instant.now()),
                        isGone ? states.inactive() : written.statusId());
                metrics.save(metric);
                inactive += isGone ? 1 : 0;
            }
        }
        return inactive;
    }
}
