/// What every stored object has in common: identity, owner, version, deletion.
@NullMarked
package ai.rhesis.backend.persistence;

import org.jspecify.annotations.NullMarked;
