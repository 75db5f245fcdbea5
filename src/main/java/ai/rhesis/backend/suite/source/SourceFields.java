package ai.rhesis.backend.suite.source;

import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.number;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.comment.CommentFields;
import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.annotation.task.TaskFields;
import ai.rhesis.backend.annotation.typelookup.TypeLookup;
import ai.rhesis.backend.annotation.typelookup.TypeLookupFields;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;
import ai.rhesis.backend.workspace.project.Project;
import ai.rhesis.backend.workspace.project.ProjectFields;

/// The fields by which sources are filtered and sorted.
final class SourceFields {

    static final Fields ALL = Fields.of(
                    "sources",
                    10,
                    text("title").keyed("titleKey"),
                    longText("description"),
                    longText("file_type"),
                    number("file_size"),
                    uuid("source_type_id").indexed(),
                    uuid("project_id").indexed())
            .owned()
            .with(
                    Link.toOne("source_type", TypeLookup.class, TypeLookupFields.LINKED),
                    Link.toOne("project", Project.class, ProjectFields.LINKED),
                    Link.toOne("user", User.class, UserFields.LINKED))
            .with(TagService.linksOf(KnowledgeSource.class))
            .with(CommentFields.linkOf(KnowledgeSource.class), TaskFields.linkOf(KnowledgeSource.class));

    private SourceFields() {}
}
