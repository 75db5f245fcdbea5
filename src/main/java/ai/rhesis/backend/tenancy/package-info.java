/// The tenant of a request and of a transaction; nothing else.
@NullMarked
package ai.rhesis.backend.tenancy;

import org.jspecify.annotations.NullMarked;
