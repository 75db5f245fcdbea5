/// How a question becomes a target's request, and how a target's answer becomes one of ours.
@NullMarked
package ai.rhesis.backend.integration.endpoint.mapping;

import org.jspecify.annotations.NullMarked;
