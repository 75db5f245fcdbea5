/// The key ring that encrypts stored secrets, random secrets of which only hashes are stored, and the one hash
/// function.
@NullMarked
package ai.rhesis.backend.platform.secrets;

import org.jspecify.annotations.NullMarked;
