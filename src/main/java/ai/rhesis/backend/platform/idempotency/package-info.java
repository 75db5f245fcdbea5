/// Requests that may be sent again: a POST with an `Idempotency-Key` is carried out once and answered alike each
/// time.
///
/// **The work is never committed twice.** A key is claimed in a transaction of its own. Each transaction of the
/// work marks the claim as committed just before its own commit, and fails if another request has the claim by
/// then, so that mark and work are stored together or not at all. The answer is made after that and stored before
/// it is sent.
///
/// - *Answered*: the same request within 24 hours gets the first answer again, with `Idempotent-Replayed: true`.
/// - *Nothing was committed and the answer isn't 2xx* (refused, invalid, failed): the key is released, a retry runs.
/// - *Nothing is kept* of answers with a secret ([SecretAnswer]) or that come piece by piece ([StreamedAnswer]): there
///   a key has no effect.
/// - *Still running*: a second request waits, and after a while gets 409 with `Retry-After`.
/// - *The process died before the commit*: after five minutes the next request takes the claim over and runs.
/// - *The process died between commit and answer*: the answer is lost, and a retry is told so by a 409.
///
/// No transaction can hold back what a request does outside the database, such as calling a model: it happens again
/// when the request failed, or was taken over.
@NullMarked
package ai.rhesis.backend.platform.idempotency;

import org.jspecify.annotations.NullMarked;
