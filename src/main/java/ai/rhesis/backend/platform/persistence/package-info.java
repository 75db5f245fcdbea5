/// What every stored object has in common: identity, owner, version, deletion.
@NullMarked
package ai.rhesis.backend.platform.persistence;

import org.jspecify.annotations.NullMarked;
