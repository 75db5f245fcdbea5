package ai.rhesis.backend.platform.security;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.web.RestOfChain;
import ai.rhesis.backend.platform.web.problem.ProblemResponse;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// The filter that binds the caller's organization, and the project of the request, around the rest of the request.
/// A caller without an organization can only create one.
class TenantFilter extends OncePerRequestFilter {

    private static final Problem NO_ORGANIZATION = Problem.forbidden("You belong to no organization yet. Make one with "
            + "POST /organizations, or join one by POST /auth/register with the invitation_code its owner gave you.");

    private final RequestMatcher withoutOrganization;
    private final NamedProject projects;
    private final ProblemResponse problems;

    TenantFilter(RequestMatcher withoutOrganization, NamedProject projects, ProblemResponse problems) {
        this.withoutOrganization = withoutOrganization;
        this.projects = projects;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = Callers.current();
        if (caller == null || (caller.organizationId() == null && withoutOrganization.matches(request))) {
            chain.doFilter(request, response);
        } else if (caller.organizationId() == null) {
            problems.send(NO_ORGANIZATION, request, response);
        } else {
            UUID project = project(caller, request);
            RestOfChain rest = () -> chain.doFilter(request, response);
            rest.within(new Tenant(caller.organizationId(), caller.userId(), project)::call);
        }
    }

    /// Returns the project of the token or else that of the request.
    ///
    /// @throws ProblemException 403 when the request names another than that of its token
    private @Nullable UUID project(Caller caller, HttpServletRequest request) {
        UUID own = caller.projectId();
        UUID named = projects.of(request);
        if (own != null && named != null && !own.equals(named)) {
            throw Problem.forbidden("This token is of another project than the request names.")
                    .exception();
        }
        return own == null ? named : own;
    }
}
