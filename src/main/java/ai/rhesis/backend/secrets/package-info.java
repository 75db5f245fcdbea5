/// What must stay secret: the key ring that encrypts it, and the random secrets of which only hashes are stored.
@NullMarked
package ai.rhesis.backend.secrets;

import org.jspecify.annotations.NullMarked;
