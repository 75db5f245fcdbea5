/// What the build adds to the packaged jar.
@NullMarked
package ai.rhesis.backend.platform.packaging;

import org.jspecify.annotations.NullMarked;
