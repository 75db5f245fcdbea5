/// The rules for which traces are kept and for how long, and the clean-up of those whose time is over.
@NullMarked
package ai.rhesis.backend.trace.store.retention;

import org.jspecify.annotations.NullMarked;
