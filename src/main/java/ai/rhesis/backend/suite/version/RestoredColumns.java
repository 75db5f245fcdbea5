package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.platform.persistence.Columns;
import ai.rhesis.backend.suite.testcase.SubjectIds;
import ai.rhesis.backend.suite.testcase.TestCaseLinks;
import ai.rhesis.backend.suite.version.content.TestContent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The tests of one set that get contents back, column by column.
record RestoredColumns(
        UUID setId,
        @Nullable UUID[] ids,
        @Nullable UUID[] originals,
        @Nullable UUID[] prompts,
        @Nullable String[] configurations,
        @Nullable UUID[] types,
        @Nullable UUID[] categories,
        @Nullable UUID[] topics,
        @Nullable UUID[] requirements,
        @Nullable String[] metadata) {

    static RestoredColumns of(
            UUID setId, List<Restoration> tests, List<TestContent> contents, List<TestCaseLinks> links) {
        List<SubjectIds> subjects = links.stream().map(TestCaseLinks::subjects).toList();
        return new RestoredColumns(
                setId,
                Columns.uuids(tests, Restoration::id),
                Columns.uuids(tests, Restoration::originalId),
                Columns.uuids(links, TestCaseLinks::promptId),
                Columns.texts(contents, content -> text(content.testConfiguration())),
                Columns.uuids(links, TestCaseLinks::testTypeId),
                Columns.uuids(subjects, SubjectIds::categoryId),
                Columns.uuids(subjects, SubjectIds::topicId),
                Columns.uuids(subjects, SubjectIds::requirementId),
                Columns.texts(contents, content -> text(content.metadata())));
    }

    private static @Nullable String text(@Nullable Object tree) {
        return tree == null ? null : tree.toString();
    }
}
