/// What this server offers, for clients that adapt to it.
@NullMarked
package ai.rhesis.backend.portal.feature;

import org.jspecify.annotations.NullMarked;
