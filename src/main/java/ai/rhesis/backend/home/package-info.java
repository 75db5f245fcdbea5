/// Where a client begins.
@NullMarked
package ai.rhesis.backend.home;

import org.jspecify.annotations.NullMarked;
