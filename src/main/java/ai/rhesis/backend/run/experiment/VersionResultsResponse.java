package ai.rhesis.backend.run.experiment;

import ai.rhesis.backend.run.testrun.TestRunResponse;
import java.util.List;
import java.util.Map;

/// The results of a version as a client reads them.
record VersionResultsResponse(
        String version, List<TestRunResponse> runs, long totalTests, Map<String, Difference> diff) {

    static VersionResultsResponse of(VersionResults results) {
        return new VersionResultsResponse(
                results.version().label(),
                results.runs().stream().map(TestRunResponse::of).toList(),
                results.runs().stream().mapToLong(view -> view.stats().total()).sum(),
                results.differences());
    }
}
