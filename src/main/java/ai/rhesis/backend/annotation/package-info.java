/// Marks that people put on objects: tags, comments, tasks, files, statuses and lookup values.
@NullMarked
package ai.rhesis.backend.annotation;

import org.jspecify.annotations.NullMarked;
