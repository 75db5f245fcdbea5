/// API tokens: what programs call with, in the name of the user who made them.
@NullMarked
package ai.rhesis.backend.identity.token;

import org.jspecify.annotations.NullMarked;
