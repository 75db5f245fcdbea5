package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.suite.version.content.TestContent;
import ai.rhesis.backend.suite.version.content.TestContent.Change;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/// The differences from one version to another, by the ids of tests.
///
/// @param moved the tests at another place, whether they changed or not
record VersionDiff(List<UUID> added, List<UUID> removed, List<Changed> changed, List<UUID> moved) {

    static VersionDiff of(List<VersionDifference> differences, ContentsByHash contents) {
        return new VersionDiff(
                ids(differences, VersionDifference::isAdded),
                ids(differences, VersionDifference::isRemoved),
                differences.stream()
                        .filter(VersionDifference::isChanged)
                        .map(each -> Changed.of(each, contents))
                        .toList(),
                ids(differences, VersionDifference::isMoved));
    }

    private static List<UUID> ids(List<VersionDifference> differences, Predicate<VersionDifference> which) {
        return differences.stream().filter(which).map(VersionDifference::testId).toList();
    }

    /// A test that both versions have, and the fields that differ.
    public record Changed(UUID testId, Map<String, Change> fields) {

        static Changed of(VersionDifference difference, ContentsByHash contents) {
            TestContent before = contents.of(difference.requiredBefore());
            TestContent after = contents.of(difference.requiredAfter());
            return new Changed(difference.testId(), after.changesSince(before));
        }
    }
}
