/// The login by address and password, and the change of passwords.
@NullMarked
package ai.rhesis.backend.identity.login;

import org.jspecify.annotations.NullMarked;
