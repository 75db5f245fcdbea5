/// Accounts of people, their passwords, and the commands by which an operator makes them.
@NullMarked
package ai.rhesis.backend.identity.account;

import org.jspecify.annotations.NullMarked;
