/// Deterministic metrics: the assertions of promptfoo, judged in plain Java.
@NullMarked
package ai.rhesis.backend.assertion;

import org.jspecify.annotations.NullMarked;
