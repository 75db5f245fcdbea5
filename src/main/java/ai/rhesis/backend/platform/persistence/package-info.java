/// The common parts of stored objects: identity, owner, version, deletion.
@NullMarked
package ai.rhesis.backend.platform.persistence;

import org.jspecify.annotations.NullMarked;
