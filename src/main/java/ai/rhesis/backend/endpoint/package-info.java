/// Endpoints: the systems under test that are reached over a network.
@NullMarked
package ai.rhesis.backend.endpoint;

import org.jspecify.annotations.NullMarked;
