/// Inputs that a model suggests for a tree, with the answers of an endpoint and the verdicts of metrics. None is
/// stored.
@NullMarked
package ai.rhesis.backend.portal.explorer.suggestion;

import org.jspecify.annotations.NullMarked;
