/// The tenant of a request and of a transaction, the walk through all tenants, and logs without their values.
@NullMarked
package ai.rhesis.backend.platform.tenancy;

import org.jspecify.annotations.NullMarked;
