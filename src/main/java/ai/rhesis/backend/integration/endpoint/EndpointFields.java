package ai.rhesis.backend.integration.endpoint;

import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.comment.CommentFields;
import ai.rhesis.backend.annotation.status.Status;
import ai.rhesis.backend.annotation.status.StatusFields;
import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.annotation.task.TaskFields;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;
import ai.rhesis.backend.workspace.project.Project;
import ai.rhesis.backend.workspace.project.ProjectFields;

/// The fields by which endpoints are filtered and sorted.
public final class EndpointFields {

    static final Fields ALL = Fields.of(
                    "endpoints",
                    100,
                    text("name").keyed("nameKey"),
                    longText("description"),
                    text("connection_type"),
                    longText("url"),
                    text("method"),
                    longText("endpoint_path"),
                    text("environment"),
                    text("config_source"),
                    text("response_format"),
                    text("auth_type"),
                    longText("client_id"),
                    longText("token_url"),
                    longText("audience"),
                    uuid("project_id").indexed(),
                    uuid("status_id").indexed())
            .owned()
            .with(
                    Link.toOne("project", Project.class, ProjectFields.LINKED),
                    Link.toOne("status", Status.class, StatusFields.LINKED),
                    Link.toOne("user", User.class, UserFields.LINKED))
            .with(TagService.linksOf(Endpoint.class))
            .with(CommentFields.linkOf(Endpoint.class), TaskFields.linkOf(Endpoint.class));

    /// Fields in the filters of other lists.
    public static final Fields LINKED = Fields.linked(text("name").keyed("nameKey"), text("environment"));

    private EndpointFields() {}
}
