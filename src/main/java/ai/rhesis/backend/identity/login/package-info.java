/// How people get in: registration, login, and the pairs of tokens that come from it.
@NullMarked
package ai.rhesis.backend.identity.login;

import org.jspecify.annotations.NullMarked;
