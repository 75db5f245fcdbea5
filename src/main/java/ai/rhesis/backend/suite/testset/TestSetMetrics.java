package ai.rhesis.backend.suite.testset;

import ai.rhesis.backend.metric.metric.MetricLinks;
import ai.rhesis.backend.metric.metric.MetricView;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The metrics that judge the tests of a set.
@Service
@Transactional
class TestSetMetrics {

    private final TestSetRepository sets;
    private final TestSetService testSets;
    private final MetricLinks metrics;

    TestSetMetrics(TestSetRepository sets, TestSetService testSets, MetricLinks metrics) {
        this.sets = sets;
        this.testSets = testSets;
        this.metrics = metrics;
    }

    @Transactional(readOnly = true)
    Listing<MetricView> list(String key, ListRequest request) {
        return metrics.listOfTestSet(sets.get(testSets.idOf(key)).getId(), request);
    }

    List<MetricView> add(String key, UUID metricId) {
        return change(key, metricId, metrics::linkToTestSet);
    }

    List<MetricView> remove(String key, UUID metricId) {
        return change(key, metricId, metrics::unlinkFromTestSet);
    }

    private List<MetricView> change(String key, UUID metricId, BiPredicate<UUID, UUID> change) {
        TestSet set = sets.getForUpdate(testSets.idOf(key));
        if (change.test(set.getId(), metricId)) {
            set.touch();
            sets.save(set);
        }
        return metrics.allOfTestSet(set.getId());
    }
}
