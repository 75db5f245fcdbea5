/// Who calls and what they may do; it knows no feature.
@NullMarked
package ai.rhesis.backend.platform.security;

import org.jspecify.annotations.NullMarked;
