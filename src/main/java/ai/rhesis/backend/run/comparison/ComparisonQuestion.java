package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.run.comparison.Comparison.AskedParameters;
import ai.rhesis.backend.run.testrun.TestRun;
import ai.rhesis.backend.run.verdict.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// A request about two runs that may be compared.
record ComparisonQuestion(TestRun candidate, TestRun baseline, CompareRequest request) {

    /// Returns the properties by which tests are put into groups, by the places of the request that name them.
    Map<String, Grouping> groupings() {
        Map<String, Grouping> all = new LinkedHashMap<>();
        all.put("cluster_by", request.clustering());
        List<Grouping> groups = request.groups();
        IntStream.range(0, groups.size()).forEach(place -> all.put("group_by[" + place + "]", groups.get(place)));
        return all;
    }

    /// Returns the properties of which the answer has a breakdown.
    List<Grouping> properties() {
        List<Grouping> all = new ArrayList<>(List.of(Grouping.REQUIREMENT, Grouping.CATEGORY));
        all.addAll(request.groups());
        return all;
    }

    /// Tells whether reviews are left out.
    boolean isAutomatic() {
        return "automatic".equals(request.verdicts());
    }

    AskedParameters parameters() {
        Parameters asked = request.parameters();
        return new AskedParameters(
                asked.margin(),
                asked.significance().alpha(),
                asked.significance().alternative().toString(),
                asked.detected(),
                request.metrics(),
                request.groups().stream().map(Grouping::text).toList(),
                request.clustering().text(),
                Objects.requireNonNullElse(request.verdicts(), "effective"));
    }
}
