/// Readings of spans anew: when a mapping is mended, what it gets wrong in spans that are here already is mended too.
@NullMarked
package ai.rhesis.backend.trace.remap;

import org.jspecify.annotations.NullMarked;
