package ai.rhesis.backend.platform.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The actions that the caller of this request may take on an object that it reads.
public final class PermittedActions {

    private PermittedActions() {}

    /// The actions on an object of a type that viewers read and members write, such as `experiment:update`.
    public static List<String> on(String type) {
        @Nullable Caller caller = Callers.current();
        Role role = caller == null ? null : caller.role();
        if (role == null) {
            return List.of();
        }
        return role.includes(Role.MEMBER)
                ? List.of(type + ":read", type + ":update", type + ":delete")
                : List.of(type + ":read");
    }
}
