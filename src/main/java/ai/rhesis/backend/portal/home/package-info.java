/// Where a client begins.
@NullMarked
package ai.rhesis.backend.portal.home;

import org.jspecify.annotations.NullMarked;
