package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.platform.persistence.Columns;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Restored contents of tests, column by column.
record RestoredColumns(
        @Nullable UUID[] promptIds,
        @Nullable String[] configurations,
        @Nullable UUID[] typeIds,
        @Nullable UUID[] categoryIds,
        @Nullable UUID[] topicIds,
        @Nullable UUID[] requirementIds,
        @Nullable String[] metadata) {

    static RestoredColumns of(List<TestContent> contents, RestoredNames names, List<@Nullable UUID> promptIds) {
        return new RestoredColumns(
                promptIds.toArray(UUID[]::new),
                Columns.texts(contents, content -> text(content.testConfiguration())),
                Columns.uuids(contents, content -> names.types().get(content.testType())),
                Columns.uuids(contents, content -> id(names.categories(), content.category())),
                Columns.uuids(contents, content -> id(names.topics(), content.topic())),
                Columns.uuids(contents, content -> id(names.requirements(), content.requirement())),
                Columns.texts(contents, content -> text(content.metadata())));
    }

    private static @Nullable String text(@Nullable Object tree) {
        return tree == null ? null : tree.toString();
    }

    private static @Nullable UUID id(Map<String, UUID> ids, @Nullable String name) {
        return name == null ? null : ids.get(name);
    }
}
