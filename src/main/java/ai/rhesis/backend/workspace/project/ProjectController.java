package ai.rhesis.backend.workspace.project;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.security.AcrossProjects;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.Recyclable;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/projects")
class ProjectController implements Recyclable<Project> {

    private final ProjectService projects;

    ProjectController(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<ProjectResponse>> list(ListRequest request) {
        return projects.list(request).map(ProjectResponse::of).toResponse();
    }

    /// Lists the projects that the caller may enter: all of the organization.
    @AcrossProjects
    @GetMapping("/mine")
    ResponseEntity<List<ProjectResponse>> mine(ListRequest request) {
        return projects.list(request).map(ProjectResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public ProjectResponse get(@PathVariable UUID id) {
        return ProjectResponse.of(projects.get(id));
    }

    @PostMapping
    ProjectResponse create(@RequestBody ProjectRequest request) {
        return ProjectResponse.of(projects.create(request));
    }

    @PutMapping("/{id}")
    ProjectResponse update(@PathVariable UUID id, Patch<ProjectRequest> change) {
        return ProjectResponse.of(projects.update(id, change));
    }

    @DeleteMapping("/{id}")
    ProjectResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return ProjectResponse.of(projects.delete(id, ifMatch));
    }
}
