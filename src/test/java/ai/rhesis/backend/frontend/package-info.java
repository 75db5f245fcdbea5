/// The service as the people of its users meet it: through the published web frontend.
@NullMarked
package ai.rhesis.backend.frontend;

import org.jspecify.annotations.NullMarked;
