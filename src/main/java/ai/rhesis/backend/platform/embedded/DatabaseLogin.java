package ai.rhesis.backend.platform.embedded;

/// A role that may connect, and its password.
public record DatabaseLogin(String role, String password) {

    /// Leaves the password out, so that it can't reach a log by accident.
    @Override
    public String toString() {
        return "DatabaseLogin[" + role + "]";
    }
}
