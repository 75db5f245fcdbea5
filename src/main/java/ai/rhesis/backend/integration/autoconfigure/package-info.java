/// The configuration of an endpoint from what its documentation, a curl command or code says, by a model.
@NullMarked
package ai.rhesis.backend.integration.autoconfigure;

import org.jspecify.annotations.NullMarked;
