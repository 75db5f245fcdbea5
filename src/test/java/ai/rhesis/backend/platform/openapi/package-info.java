/// The making of `openapi.json`: what Spring finds out about handlers, put into a frame and completed by the
/// conventions that no handler repeats. It runs in the tests only; the server ships the result.
@NullMarked
package ai.rhesis.backend.platform.openapi;

import org.jspecify.annotations.NullMarked;
