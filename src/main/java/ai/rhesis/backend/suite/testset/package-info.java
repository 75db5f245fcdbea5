/// Sets of tests in an order, to be run together.
@NullMarked
package ai.rhesis.backend.suite.testset;

import org.jspecify.annotations.NullMarked;
