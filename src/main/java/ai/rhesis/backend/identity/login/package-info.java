/// Registration, login, sessions and passwords.
@NullMarked
package ai.rhesis.backend.identity.login;

import org.jspecify.annotations.NullMarked;
