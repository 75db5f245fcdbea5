package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.platform.persistence.Columns;
import ai.rhesis.backend.suite.version.content.TestContent;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The tests of one set that get files back, and those files, column by column.
record RestoredFileColumns(
        @Nullable UUID[] ids,
        @Nullable UUID[] fileTests,
        @Nullable String[] fileHashes) {

    static RestoredFileColumns of(List<Restoration> tests, List<TestContent> contents) {
        List<TestFile> files = IntStream.range(0, tests.size())
                .boxed()
                .flatMap(place -> contents.get(place).files().stream()
                        .map(hash -> new TestFile(tests.get(place).id(), hash)))
                .toList();
        return new RestoredFileColumns(
                Columns.uuids(tests, Restoration::id),
                Columns.uuids(files, TestFile::testId),
                Columns.texts(files, TestFile::hash));
    }

    /// A file that a test is to have.
    private record TestFile(UUID testId, String hash) {}
}
