/// Trees of tests that somebody grows by hand: topics, inputs, the outputs of an endpoint and what metrics say of them.
@NullMarked
package ai.rhesis.backend.portal.explorer;

import org.jspecify.annotations.NullMarked;
