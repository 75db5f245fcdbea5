package ai.rhesis.backend.identity.login;

/// Whether people may make an account without being invited.
enum RegistrationMode {
    OPEN,
    CLOSED
}
