/// What a system under test is asked and what it answers, whether it is an endpoint or a model.
@NullMarked
package ai.rhesis.backend.target;

import org.jspecify.annotations.NullMarked;
