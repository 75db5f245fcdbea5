/// Sessions of people who are logged in, and the pairs of tokens that prolong them.
@NullMarked
package ai.rhesis.backend.identity.session;

import org.jspecify.annotations.NullMarked;
