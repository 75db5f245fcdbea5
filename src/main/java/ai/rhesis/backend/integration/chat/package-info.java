/// What a system under test is asked and what it answers, whether it is an endpoint or a model.
@NullMarked
package ai.rhesis.backend.integration.chat;

import org.jspecify.annotations.NullMarked;
