/// Stored spans read anew, together with what their traces show of them.
@NullMarked
package ai.rhesis.backend.trace.store.reread;

import org.jspecify.annotations.NullMarked;
