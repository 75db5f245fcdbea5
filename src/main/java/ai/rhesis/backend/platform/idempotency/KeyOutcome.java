package ai.rhesis.backend.platform.idempotency;

/// The outcome of a key: the claim to carry the request out, or the answer that it got the first time.
sealed interface KeyOutcome permits Claim, FirstAnswer {}
