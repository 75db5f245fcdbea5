package ai.rhesis.backend.run.experiment;

import java.util.List;

/// The results of an experiment: its runs, or its versions with theirs.
record ExperimentResultsResponse(List<?> items) {}
