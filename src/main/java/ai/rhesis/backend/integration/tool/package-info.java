/// Tools of other services and their credentials, which are kept and not used as yet.
@NullMarked
package ai.rhesis.backend.integration.tool;

import org.jspecify.annotations.NullMarked;
