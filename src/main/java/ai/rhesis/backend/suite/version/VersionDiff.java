package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.suite.version.TestContent.Change;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/// The differences from one version to another, by the ids of tests.
///
/// @param moved the tests at another place, whether they changed or not
public record VersionDiff(List<UUID> added, List<UUID> removed, List<Changed> changed, List<UUID> moved) {

    static VersionDiff of(List<Difference> differences, ContentsByHash contents) {
        return new VersionDiff(
                ids(differences, Difference::isAdded),
                ids(differences, Difference::isRemoved),
                differences.stream()
                        .filter(Difference::isChanged)
                        .map(each -> Changed.of(each, contents))
                        .toList(),
                ids(differences, Difference::isMoved));
    }

    private static List<UUID> ids(List<Difference> differences, Predicate<Difference> which) {
        return differences.stream().filter(which).map(Difference::testId).toList();
    }

    /// A test that both versions have, and the fields that differ.
    public record Changed(UUID testId, Map<String, Change> fields) {

        static Changed of(Difference difference, ContentsByHash contents) {
            TestContent before = contents.of(difference.requiredBefore());
            TestContent after = contents.of(difference.requiredAfter());
            return new Changed(difference.testId(), after.changesSince(before));
        }
    }
}
