/// The progress of runs, as a stream of server-sent events that any node can take up where another left it.
@NullMarked
package ai.rhesis.backend.run.progress;

import org.jspecify.annotations.NullMarked;
