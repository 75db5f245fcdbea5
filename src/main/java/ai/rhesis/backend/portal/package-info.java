/// Views over all other rooms, such as insights and the recycle bin, and what newcomers and their clients begin
/// with.
@NullMarked
package ai.rhesis.backend.portal;

import org.jspecify.annotations.NullMarked;
