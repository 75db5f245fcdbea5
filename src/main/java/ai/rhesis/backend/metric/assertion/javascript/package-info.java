/// Regular expressions of JavaScript, translated into those of Java that mean the same.
@NullMarked
package ai.rhesis.backend.metric.assertion.javascript;

import org.jspecify.annotations.NullMarked;
