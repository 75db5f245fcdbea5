package ai.rhesis.backend.platform.idempotency;

import org.jspecify.annotations.Nullable;

/// A key as it is stored: the request it was used for, and the answer once there is one.
record IdempotencyKeyView(
        byte[] fingerprint, boolean isAnswerLost, @Nullable FirstAnswer answer) {}
