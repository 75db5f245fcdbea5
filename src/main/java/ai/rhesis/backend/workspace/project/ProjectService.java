package ai.rhesis.backend.workspace.project;

import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Projects and their owners.
@Service
@Transactional
public class ProjectService {

    private final ProjectRepository projects;
    private final TagService tags;

    ProjectService(ProjectRepository projects, TagService tags) {
        this.projects = projects;
        this.tags = tags;
    }

    @Transactional(readOnly = true)
    public Listing<ProjectView> list(ListRequest request) {
        return projects.list(request, ProjectFields.ALL, Restriction.none()).mapAll(this::views);
    }

    @Transactional(readOnly = true)
    public ProjectView get(UUID id) {
        return view(projects.get(id));
    }

    ProjectView create(ProjectRequest request) {
        return view(projects.save(new Project(request)));
    }

    /// Makes the first project of an organization that has none.
    public void seed() {
        if (!projects.existsAny()) {
            projects.save(new Project(ProjectRequest.named("First project")));
        }
    }

    ProjectView update(UUID id, Patch<ProjectRequest> change) {
        Project project = projects.getForUpdate(id);
        project.change(change.applyTo(ProjectRequest.of(project), project.getVersion()));
        return view(projects.save(project));
    }

    ProjectView delete(UUID id, IfMatch ifMatch) {
        Project project = projects.getForUpdate(id);
        ifMatch.check(project.getVersion());
        project.delete();
        return view(projects.save(project));
    }

    private ProjectView view(Project project) {
        return views(List.of(project)).getFirst();
    }

    private List<ProjectView> views(List<Project> page) {
        List<UUID> ownerIds = page.stream()
                .map(Project::getOwnerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, UserReference> owners =
                projects.findOwners(ownerIds).stream().collect(toMap(UserReference::id, Function.identity()));
        List<UUID> ids = page.stream().map(Project::getId).toList();
        Map<UUID, List<TagReference>> tagsById = tags.tagsOf(Project.class, ids);
        return page.stream()
                .map(project -> new ProjectView(
                        project, owners.get(project.getOwnerId()), tagsById.getOrDefault(project.getId(), List.of())))
                .toList();
    }
}
