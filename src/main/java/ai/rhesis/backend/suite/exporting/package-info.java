/// Test sets as files: written page by page as they are read, and whole again when they are imported.
@NullMarked
package ai.rhesis.backend.suite.exporting;

import org.jspecify.annotations.NullMarked;
