/// The mappings between our questions and answers and those of a target.
@NullMarked
package ai.rhesis.backend.integration.endpoint.mapping;

import org.jspecify.annotations.NullMarked;
