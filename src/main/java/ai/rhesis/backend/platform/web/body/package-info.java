/// Request bodies: JSON bound to validated records, with every bad field named.
@NullMarked
package ai.rhesis.backend.platform.web.body;

import org.jspecify.annotations.NullMarked;
