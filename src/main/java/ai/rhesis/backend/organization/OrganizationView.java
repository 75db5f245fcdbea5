package ai.rhesis.backend.organization;

import ai.rhesis.backend.tag.TagReference;
import java.util.List;

/// An organization with the tags it carries.
record OrganizationView(Organization organization, List<TagReference> tags) {}
