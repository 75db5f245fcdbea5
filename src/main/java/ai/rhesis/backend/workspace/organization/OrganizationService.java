package ai.rhesis.backend.workspace.organization;

import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import ai.rhesis.backend.workspace.project.ProjectService;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The caller's own organization. The database shows no other.
@Service
@Transactional
class OrganizationService {

    private final OrganizationRepository organizations;
    private final TagService tags;
    private final ProjectService projects;

    OrganizationService(OrganizationRepository organizations, TagService tags, ProjectService projects) {
        this.organizations = organizations;
        this.tags = tags;
        this.projects = projects;
    }

    @Transactional(readOnly = true)
    Listing<OrganizationView> list(ListRequest request) {
        return organizations
                .list(request, OrganizationFields.ALL, Restriction.none())
                .map(this::view);
    }

    @Transactional(readOnly = true)
    OrganizationView get(UUID id) {
        return view(organizations.get(id));
    }

    /// Fills in the fields that founding left open.
    OrganizationView complete(UUID id, OrganizationRequest request) {
        Organization organization = organizations.getForUpdate(id);
        organization.change(request);
        return view(organizations.save(organization));
    }

    OrganizationView update(UUID id, Patch<OrganizationRequest> change) {
        Organization organization = organizations.getForUpdate(id);
        OrganizationRequest request = change.applyTo(OrganizationRequest.of(organization), organization.getVersion());
        requireActive(request);
        organization.change(request);
        try {
            return view(organizations.save(organization));
        } catch (DataIntegrityViolationException refused) {
            throw slugIsTaken();
        }
    }

    /// Ends the setup; the organization then has at least one project.
    void loadInitialData(UUID id) {
        Organization organization = organizations.getForUpdate(id);
        organization.completeOnboarding();
        organizations.save(organization);
        projects.seed();
    }

    /// Deactivates the organization: its members are refused from their next request on.
    OrganizationView delete(UUID id, IfMatch ifMatch) {
        Organization organization = organizations.getForUpdate(id);
        ifMatch.check(organization.getVersion());
        organization.delete();
        return view(organizations.save(organization));
    }

    static void requireActive(OrganizationRequest request) {
        if (Boolean.FALSE.equals(request.isActive())) {
            throw Problem.invalid("is_active", "can't be changed here; DELETE closes the organization")
                    .exception();
        }
    }

    static ProblemException slugIsTaken() {
        return Problem.conflict("slug", "An organization with this slug already exists.", null)
                .exception();
    }

    private OrganizationView view(Organization organization) {
        UUID id = organization.getId();
        return new OrganizationView(organization, tags.tagsOf(Organization.class, id));
    }
}
