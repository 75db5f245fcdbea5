/// What this server offers, for clients that adapt to it.
@NullMarked
package ai.rhesis.backend.feature;

import org.jspecify.annotations.NullMarked;
