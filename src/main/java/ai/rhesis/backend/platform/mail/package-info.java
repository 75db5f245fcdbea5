/// Mail to people, through the server that the operator names.
@NullMarked
package ai.rhesis.backend.platform.mail;

import org.jspecify.annotations.NullMarked;
