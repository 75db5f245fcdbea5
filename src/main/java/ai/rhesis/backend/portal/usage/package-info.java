/// The usage of an organization: what it has, and what its runs took in each month.
@NullMarked
package ai.rhesis.backend.portal.usage;

import org.jspecify.annotations.NullMarked;
