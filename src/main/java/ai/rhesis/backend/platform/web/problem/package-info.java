/// The answers to requests that can't be served, as RFC 9457 problems.
@NullMarked
package ai.rhesis.backend.platform.web.problem;

import org.jspecify.annotations.NullMarked;
