/// The queue of work that outlives its request: tickets in the same database, put there by the transaction that makes
/// the work and polled by every node.
@NullMarked
package ai.rhesis.backend.platform.queue;

import org.jspecify.annotations.NullMarked;
