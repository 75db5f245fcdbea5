/// Foundations that know no feature: HTTP, queries, persistence, tenancy, security, secrets, the queue and outgoing
/// calls.
@NullMarked
package ai.rhesis.backend.platform;

import org.jspecify.annotations.NullMarked;
