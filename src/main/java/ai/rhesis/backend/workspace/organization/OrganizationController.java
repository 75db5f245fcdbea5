package ai.rhesis.backend.workspace.organization;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.security.AcrossProjects;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.security.OwnersOnly;
import ai.rhesis.backend.platform.security.WithoutOrganization;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/organizations")
class OrganizationController {

    private final OrganizationService organizations;
    private final Founding founding;

    OrganizationController(OrganizationService organizations, Founding founding) {
        this.organizations = organizations;
        this.founding = founding;
    }

    @GetMapping
    ResponseEntity<List<OrganizationResponse>> list(ListRequest request) {
        return organizations.list(request).map(OrganizationResponse::of).toResponse();
    }

    @AcrossProjects
    @GetMapping("/{id}")
    OrganizationResponse get(@PathVariable UUID id) {
        return OrganizationResponse.of(organizations.get(id));
    }

    // viewers too, so that they are told why not: who belongs to an organization makes no other
    @WithoutOrganization
    @PostMapping
    OrganizationResponse create(@AuthenticationPrincipal Caller caller, @RequestBody OrganizationRequest request) {
        return OrganizationResponse.of(founding.found(caller, request));
    }

    @OwnersOnly
    @PutMapping("/{id}")
    OrganizationResponse update(@PathVariable UUID id, Patch<OrganizationRequest> change) {
        return OrganizationResponse.of(organizations.update(id, change));
    }

    @OwnersOnly
    @PostMapping("/{id}/load-initial-data")
    InitialDataResponse loadInitialData(@PathVariable UUID id) {
        organizations.loadInitialData(id);
        return new InitialDataResponse("success", "The organization is set up.");
    }

    @OwnersOnly
    @DeleteMapping("/{id}")
    OrganizationResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return OrganizationResponse.of(organizations.delete(id, ifMatch));
    }
}
