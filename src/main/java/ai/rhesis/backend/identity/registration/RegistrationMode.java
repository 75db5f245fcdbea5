package ai.rhesis.backend.identity.registration;

/// The rule for accounts of people who were not invited.
enum RegistrationMode {
    OPEN,
    CLOSED
}
