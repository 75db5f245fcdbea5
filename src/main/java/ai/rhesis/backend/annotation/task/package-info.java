/// What is to be done, by whom, about which object.
@NullMarked
package ai.rhesis.backend.annotation.task;

import org.jspecify.annotations.NullMarked;
