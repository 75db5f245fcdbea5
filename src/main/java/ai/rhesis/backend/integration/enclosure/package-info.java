/// Files that go with questions to endpoints: their one form, their bounds, and the memory that they take meanwhile.
@NullMarked
package ai.rhesis.backend.integration.enclosure;

import org.jspecify.annotations.NullMarked;
