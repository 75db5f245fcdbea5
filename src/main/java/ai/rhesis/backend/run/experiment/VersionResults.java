package ai.rhesis.backend.run.experiment;

import ai.rhesis.backend.run.testrun.TestRunView;
import ai.rhesis.backend.workspace.experiment.ExperimentVersion;
import java.util.List;
import java.util.Map;

/// The runs that were started with a version, and the values in which it differs from the one that it was made from.
record VersionResults(ExperimentVersion version, List<TestRunView> runs, Map<String, Difference> differences) {}
