/// What objects carry: their tags, and how many comments, tasks and files are about them.
@NullMarked
package ai.rhesis.backend.attachment;

import org.jspecify.annotations.NullMarked;
