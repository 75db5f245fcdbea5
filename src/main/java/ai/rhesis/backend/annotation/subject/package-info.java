/// The objects that comments, tasks and files are about, with their tags and the counts of what they carry.
@NullMarked
package ai.rhesis.backend.annotation.subject;

import org.jspecify.annotations.NullMarked;
