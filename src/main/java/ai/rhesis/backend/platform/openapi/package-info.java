/// The document of the HTTP interface: what Spring finds out about handlers, put into a frame and completed by the
/// conventions that no handler repeats.
@NullMarked
package ai.rhesis.backend.platform.openapi;

import org.jspecify.annotations.NullMarked;
