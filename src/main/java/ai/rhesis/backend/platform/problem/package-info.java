/// What a client is told when its request can't be served.
@NullMarked
package ai.rhesis.backend.platform.problem;

import org.jspecify.annotations.NullMarked;
