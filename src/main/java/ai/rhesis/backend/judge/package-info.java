/// A model as judge of results.
@NullMarked
package ai.rhesis.backend.judge;

import org.jspecify.annotations.NullMarked;
