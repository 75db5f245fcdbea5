/// Many tests in one call: checked together, made, put into a set or deleted by a handful of statements a batch.
@NullMarked
package ai.rhesis.backend.suite.bulk;

import org.jspecify.annotations.NullMarked;
