/// The models of all providers, called with the organization's own keys.
@NullMarked
package ai.rhesis.backend.integration.provider;

import org.jspecify.annotations.NullMarked;
