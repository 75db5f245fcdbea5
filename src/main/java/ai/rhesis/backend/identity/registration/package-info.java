/// The registration of accounts, invited or not, and the ways that are open.
@NullMarked
package ai.rhesis.backend.identity.registration;

import org.jspecify.annotations.NullMarked;
