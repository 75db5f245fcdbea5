package ai.rhesis.backend.workspace.organization;

import static ai.rhesis.backend.platform.query.Field.bool;
import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.platform.query.Fields;

/// The fields by which organizations are filtered and sorted.
final class OrganizationFields {

    static final Fields ALL = Fields.of(
                    "organizations",
                    10,
                    text("name"),
                    text("slug"),
                    longText("display_name"),
                    longText("description"),
                    longText("website"),
                    longText("logo_url"),
                    longText("email"),
                    longText("phone"),
                    longText("address"),
                    longText("domain"),
                    bool("is_active"),
                    bool("is_onboarding_complete"),
                    uuid("owner_id"))
            .with(TagService.linksOf(Organization.class));

    private OrganizationFields() {}
}
