/// The states that objects of an organization can be given.
@NullMarked
package ai.rhesis.backend.annotation.status;

import org.jspecify.annotations.NullMarked;
