/// Contents of tests in their one form, each stored once by its hash.
@NullMarked
package ai.rhesis.backend.suite.version.content;

import org.jspecify.annotations.NullMarked;
