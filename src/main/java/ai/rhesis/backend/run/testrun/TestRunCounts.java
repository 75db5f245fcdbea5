package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.annotation.subject.Counts;

/// The numbers of living comments, tasks and files about a run, and of its reviewed results.
///
/// @param reviewedTests the results with a review
/// @param correctedTests the results whose review says otherwise than the metrics
public record TestRunCounts(long comments, long tasks, long files, long reviewedTests, long correctedTests) {

    static TestRunCounts of(Counts counts, ReviewCounts reviews) {
        return new TestRunCounts(
                counts.comments(), counts.tasks(), counts.files(), reviews.reviewedTests(), reviews.correctedTests());
    }
}
