/// Counts over results, metrics, runs and tests, by what they have in common.
@NullMarked
package ai.rhesis.backend.portal.insight;

import org.jspecify.annotations.NullMarked;
