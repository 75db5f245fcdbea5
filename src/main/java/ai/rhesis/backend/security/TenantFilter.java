package ai.rhesis.backend.security;

import ai.rhesis.backend.problem.Problem;
import ai.rhesis.backend.tenancy.Tenant;
import ai.rhesis.backend.web.ProblemResponse;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// Binds the caller's organization around the rest of the request; who has none can only make one.
class TenantFilter extends OncePerRequestFilter {

    private static final Problem NO_ORGANIZATION = Problem.forbidden("You belong to no organization yet. Make one with "
            + "POST /organizations, or join one by POST /auth/register with the invitation_code its owner gave you.");

    private final RequestMatcher founding;
    private final ProblemResponse problems;

    TenantFilter(RequestMatcher founding, ProblemResponse problems) {
        this.founding = founding;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = Callers.current();
        if (caller == null || (caller.organizationId() == null && founding.matches(request))) {
            chain.doFilter(request, response);
        } else if (caller.organizationId() == null) {
            problems.send(NO_ORGANIZATION, response);
        } else {
            enter(new Tenant(caller.organizationId(), caller.userId()), () -> chain.doFilter(request, response));
        }
    }

    private static void enter(Tenant tenant, Rest rest) throws ServletException, IOException {
        try {
            tenant.<Object, Exception>call(() -> {
                rest.run();
                return tenant;
            });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception none) {
            throw new IllegalStateException(none);
        }
    }

    /// The rest of the filter chain.
    private interface Rest {

        void run() throws ServletException, IOException;
    }
}
