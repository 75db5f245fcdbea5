/// Tests and test sets, with their prompts and requirements, in bulk, and in files that come and go.
@NullMarked
package ai.rhesis.backend.suite;

import org.jspecify.annotations.NullMarked;
