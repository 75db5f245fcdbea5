/// Deterministic metrics: the assertions of promptfoo with their names, defaults and meaning, judged in plain Java.
@NullMarked
package ai.rhesis.backend.metric.assertion;

import org.jspecify.annotations.NullMarked;
