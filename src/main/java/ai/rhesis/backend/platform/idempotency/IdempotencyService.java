package ai.rhesis.backend.platform.idempotency;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.problem.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The assignment of a key to its first request and of that request's answer to later ones. Each step is a short
/// transaction of its own.
@Service
@Transactional
class IdempotencyService {

    private final IdempotencyKeyQueries keys;

    IdempotencyService(IdempotencyKeyQueries keys) {
        this.keys = keys;
    }

    /// Takes the key, or finds the first answer; null while another request with the key is being carried out.
    ///
    /// @throws ProblemException 422 when the key was used for another request
    @Nullable
    KeyOutcome take(String key, byte[] fingerprint) {
        Claim claim = new Claim(key, BaseEntity.newId());
        if (keys.claim(claim, fingerprint)) {
            keys.clear();
            return claim;
        }
        return keys.find(key).map(kept -> answer(kept, fingerprint)).orElse(null);
    }

    private static @Nullable KeyOutcome answer(IdempotencyKeyView kept, byte[] fingerprint) {
        if (!Arrays.equals(kept.fingerprint(), fingerprint)) {
            throw IdempotencyHeader.usedForAnother().exception();
        }
        if (kept.isAnswerLost()) {
            throw Problem.conflict("The first request with this Idempotency-Key was carried out, but its answer was "
                            + "lost in a failure; read what it made.")
                    .exception();
        }
        return kept.answer();
    }

    /// Keeps the answer when work was done, and else lets the key go, so that a retry runs.
    void settle(Claim claim, FirstAnswer answer) {
        if (answer.isSuccess() || !keys.release(claim)) {
            keys.answer(claim, answer);
        }
    }

    void release(Claim claim) {
        keys.release(claim);
    }
}
