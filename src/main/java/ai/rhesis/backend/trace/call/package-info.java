/// Spans of the calls that this server makes to endpoints, and of those that programs report by the connector's route.
@NullMarked
package ai.rhesis.backend.trace.call;

import org.jspecify.annotations.NullMarked;
