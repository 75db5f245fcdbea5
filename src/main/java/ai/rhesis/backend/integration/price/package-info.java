/// The prices of models: what an organization pays for their tokens, and since when.
@NullMarked
package ai.rhesis.backend.integration.price;

import org.jspecify.annotations.NullMarked;
