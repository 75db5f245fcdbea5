/// The tenant of a request and of a transaction; nothing else.
@NullMarked
package ai.rhesis.backend.platform.tenancy;

import org.jspecify.annotations.NullMarked;
