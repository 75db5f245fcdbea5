/// The connector: programs with the SDK hold a web socket open, register their functions and metrics, and are called
/// by any node.
@NullMarked
package ai.rhesis.backend.integration.connector;

import org.jspecify.annotations.NullMarked;
