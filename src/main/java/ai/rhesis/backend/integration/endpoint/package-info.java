/// Endpoints: the systems under test that are reached over a network.
@NullMarked
package ai.rhesis.backend.integration.endpoint;

import org.jspecify.annotations.NullMarked;
