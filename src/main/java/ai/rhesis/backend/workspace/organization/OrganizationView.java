package ai.rhesis.backend.workspace.organization;

import ai.rhesis.backend.annotation.tag.TagReference;
import java.util.List;

/// An organization with the tags it carries.
record OrganizationView(Organization organization, List<TagReference> tags) {}
