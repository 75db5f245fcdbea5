/// Conversations with the architect of other editions: kept, and answered with the word that this server has none.
@NullMarked
package ai.rhesis.backend.portal.architect;

import org.jspecify.annotations.NullMarked;
