/// The tables of spans and of the traces that they form.
@NullMarked
package ai.rhesis.backend.trace.store;

import org.jspecify.annotations.NullMarked;
