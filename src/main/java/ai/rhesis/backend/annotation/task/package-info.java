/// Tasks of members, about objects or on their own.
@NullMarked
package ai.rhesis.backend.annotation.task;

import org.jspecify.annotations.NullMarked;
