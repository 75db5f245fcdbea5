package ai.rhesis.backend.platform.security;

import ai.rhesis.backend.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// The check of the caller's role against the handler: viewers read, members write, owners do what is marked.
class PermissionCheck implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Caller caller = Callers.current();
        if (caller == null || caller.role() == null || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        Role required = required(method, request.getMethod());
        if (caller.role().includes(required)) {
            return true;
        }
        if (required == Role.OWNER) {
            caller.requireOwner();
        }
        throw Problem.forbidden(
                        "You may only read here: your role is viewer (an owner can make you a member), or the scopes of your token leave out write.")
                .exception();
    }

    static Role required(HandlerMethod handler, String httpMethod) {
        if (handler.hasMethodAnnotation(OwnersOnly.class)) {
            return Role.OWNER;
        }
        return READING.contains(httpMethod) || handler.hasMethodAnnotation(AnyRole.class) ? Role.VIEWER : Role.MEMBER;
    }
}
