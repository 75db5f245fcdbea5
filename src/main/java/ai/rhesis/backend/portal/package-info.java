/// Views over all other rooms: overview, recycle bin, home page, features and the demo.
@NullMarked
package ai.rhesis.backend.portal;

import org.jspecify.annotations.NullMarked;
