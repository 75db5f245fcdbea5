/// XML that somebody else wrote, read so that it leads nowhere else.
@NullMarked
package ai.rhesis.backend.platform.xml;

import org.jspecify.annotations.NullMarked;
