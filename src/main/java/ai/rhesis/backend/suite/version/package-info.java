/// Immutable versions of test sets: each test's content once per hash, and for each test the range of versions with it.
@NullMarked
package ai.rhesis.backend.suite.version;

import org.jspecify.annotations.NullMarked;
