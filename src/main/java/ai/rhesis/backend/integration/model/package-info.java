/// The language and embedding models that an organization may call, with their keys.
@NullMarked
package ai.rhesis.backend.integration.model;

import org.jspecify.annotations.NullMarked;
