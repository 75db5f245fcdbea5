package ai.rhesis.backend.workspace.project;

import ai.rhesis.backend.platform.security.Capability;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/projects/{id}/members")
class ProjectMemberController {

    private final ProjectMembers members;

    ProjectMemberController(ProjectMembers members) {
        this.members = members;
    }

    @Capability("project_member:read")
    @GetMapping
    List<ProjectMemberResponse> members(@PathVariable UUID id) {
        return members.list(id).stream()
                .map(user -> ProjectMemberResponse.of(id, user))
                .toList();
    }

    @Capability("project_member:manage")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping
    ProjectMemberResponse addMember(@PathVariable UUID id, @RequestBody ProjectMemberRequest request) {
        return ProjectMemberResponse.of(id, members.add(id, request.userId()));
    }

    @Capability("project_member:manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{user_id}")
    void removeMember(@PathVariable UUID id, @PathVariable("user_id") UUID userId) {
        members.remove(id, userId);
    }
}
