package ai.rhesis.backend.project;

import ai.rhesis.backend.problem.Problem;
import ai.rhesis.backend.tenancy.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses a request whose `X-Project-Id` is no project of the caller's organization.
@Component
class ProjectHeader implements HandlerInterceptor {

    private static final String NAME = "X-Project-Id";

    private final ProjectService projects;

    ProjectHeader(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String project = request.getHeader(NAME);
        if (project != null && Tenant.isBound() && !exists(project)) {
            throw Problem.forbidden(NAME + " names no project of this organization.")
                    .exception();
        }
        return true;
    }

    private boolean exists(String project) {
        try {
            return projects.exists(UUID.fromString(project));
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }
}
