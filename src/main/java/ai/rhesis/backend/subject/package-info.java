/// What comments, tasks and files are about, and how many of them an object has.
@NullMarked
package ai.rhesis.backend.subject;

import org.jspecify.annotations.NullMarked;
