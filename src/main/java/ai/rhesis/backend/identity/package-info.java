/// Users of an organization, their tokens and how they sign in.
@NullMarked
package ai.rhesis.backend.identity;

import org.jspecify.annotations.NullMarked;
