package ai.rhesis.backend.suite.testset;

import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.number;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.status.Status;
import ai.rhesis.backend.annotation.status.StatusService;
import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.annotation.typelookup.TypeLookup;
import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserService;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;

/// Fields by which test sets are filtered and sorted.
final class TestSetFields {

    static final Fields ALL = Fields.of(
                    "test_sets",
                    100,
                    text("name").keyed("nameKey"),
                    longText("description"),
                    longText("short_description"),
                    text("slug").indexed(),
                    uuid("test_set_type_id").indexed(),
                    uuid("project_id").indexed(),
                    uuid("status_id").indexed(),
                    uuid("owner_id").indexed(),
                    uuid("assignee_id").indexed(),
                    number("priority"))
            .owned()
            .with(
                    Link.toOne("test_set_type", TypeLookup.class, TypeLookupService.LINKED),
                    Link.toOne("status", Status.class, StatusService.LINKED),
                    Link.toOne("user", User.class, UserService.LINKED),
                    Link.toOne("owner", User.class, UserService.LINKED),
                    Link.toOne("assignee", User.class, UserService.LINKED))
            .with(TagService.linksOf(TestSet.class));

    private TestSetFields() {}
}
