package ai.rhesis.backend.workspace.project;

import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.identity.user.UserService;
import ai.rhesis.backend.platform.persistence.Resources;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The people of a project: its owner and the members who were added.
@Service
@Transactional
class ProjectMembers {

    private final ProjectRepository projects;
    private final ProjectMemberQueries members;
    private final UserService users;

    ProjectMembers(ProjectRepository projects, ProjectMemberQueries members, UserService users) {
        this.projects = projects;
        this.members = members;
        this.users = users;
    }

    @Transactional(readOnly = true)
    List<UserReference> list(UUID projectId) {
        projects.get(projectId);
        return members.find(projectId);
    }

    /// Adds a member; does nothing when they are one.
    ///
    /// @throws ProblemException 404 when the organization has no such user
    UserReference add(UUID projectId, UUID userId) {
        projects.get(projectId);
        users.get(userId);
        members.add(projectId, userId);
        return members.find(projectId).stream()
                .filter(member -> member.id().equals(userId))
                .findFirst()
                .orElseThrow();
    }

    /// @throws ProblemException 400 for the caller and the owner, 404 for somebody who is no member
    void remove(UUID projectId, UUID userId) {
        Project project = projects.get(projectId);
        if (userId.equals(Tenant.current().userId())) {
            throw Problem.badRequest("user_id", "You can't take yourself out of a project")
                    .exception();
        }
        if (userId.equals(project.getOwnerId())) {
            throw Problem.badRequest("user_id", "The owner of a project can't be taken out of it")
                    .exception();
        }
        if (!members.remove(projectId, userId)) {
            throw Resources.notFound(User.class, userId).exception();
        }
    }
}
