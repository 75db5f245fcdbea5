/// The features of this server, for clients that adapt to them.
@NullMarked
package ai.rhesis.backend.portal.feature;

import org.jspecify.annotations.NullMarked;
