/// The terms of use, and who has accepted them.
@NullMarked
package ai.rhesis.backend.identity.terms;

import org.jspecify.annotations.NullMarked;
