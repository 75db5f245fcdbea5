package ai.rhesis.backend.platform.tenancy;

import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The caller, the organization and, if one is named, the project of a request: bound once per request
/// or job, unchangeable inside, gone at the end.
public record Tenant(
        UUID organizationId, UUID userId, @Nullable UUID projectId) {

    /// The Hibernate filter over `project_id` that is on where the tenant has a project, with its one parameter.
    public static final String PROJECT_SCOPE = "project";

    private static final ScopedValue<Tenant> CURRENT = ScopedValue.newInstance();

    /// Makes a tenant of all projects of the organization, and of the objects in none.
    public Tenant(UUID organizationId, UUID userId) {
        this(organizationId, userId, null);
    }

    /// Returns the tenant of this thread's request.
    ///
    /// @throws NoSuchElementException where none is bound, which is a bug
    public static Tenant current() {
        return CURRENT.get();
    }

    public static boolean isBound() {
        return CURRENT.isBound();
    }

    /// Runs `work` for this tenant. Every transaction begun inside sees this organization's rows and no others.
    ///
    /// @throws IllegalStateException inside another tenant's work: a tenant is never changed midway
    public <R, X extends Throwable> R call(ScopedValue.CallableOp<R, X> work) throws X {
        if (CURRENT.isBound()) {
            throw new IllegalStateException("a tenant is bound already");
        }
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
