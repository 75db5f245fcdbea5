package ai.rhesis.backend.workspace.experiment;

import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.number;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;
import ai.rhesis.backend.workspace.project.Project;
import ai.rhesis.backend.workspace.project.ProjectFields;

/// The fields by which experiments are filtered and sorted.
final class ExperimentFields {

    static final Fields ALL = Fields.of(
                    "experiments",
                    50,
                    text("name").keyed("nameKey"),
                    longText("description"),
                    text("visibility").in("visibilityText"),
                    uuid("project_id").indexed(),
                    uuid("owner_user_id").in("userId").indexed(),
                    number("versions_count"))
            .owned()
            .with(
                    Link.toOne("project", Project.class, ProjectFields.LINKED),
                    Link.toOne("user", User.class, UserFields.LINKED));

    private ExperimentFields() {}
}
