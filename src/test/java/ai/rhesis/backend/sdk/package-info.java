/// The service as the programs of its users meet it: through the published SDK.
@NullMarked
package ai.rhesis.backend.sdk;

import org.jspecify.annotations.NullMarked;
