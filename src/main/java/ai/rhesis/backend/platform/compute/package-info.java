/// A bounded pool of threads for work on texts that tenants wrote, and the budgets that such work spends.
@NullMarked
package ai.rhesis.backend.platform.compute;

import org.jspecify.annotations.NullMarked;
