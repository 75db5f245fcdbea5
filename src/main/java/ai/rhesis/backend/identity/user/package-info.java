/// The members of an organization, those who are invited, and their settings.
@NullMarked
package ai.rhesis.backend.identity.user;

import org.jspecify.annotations.NullMarked;
