/// Authentication of callers and their permissions; it knows no feature.
@NullMarked
package ai.rhesis.backend.platform.security;

import org.jspecify.annotations.NullMarked;
