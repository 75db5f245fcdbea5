/// Problems: the bodies of error answers.
@NullMarked
package ai.rhesis.backend.platform.problem;

import org.jspecify.annotations.NullMarked;
