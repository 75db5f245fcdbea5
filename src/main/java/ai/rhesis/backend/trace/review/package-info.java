/// Reviews of spans, and spans as objects that people put tags, comments, tasks and files on.
@NullMarked
package ai.rhesis.backend.trace.review;

import org.jspecify.annotations.NullMarked;
