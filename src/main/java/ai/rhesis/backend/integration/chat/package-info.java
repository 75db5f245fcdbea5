/// Questions to systems under test and their answers, of endpoints and models alike.
@NullMarked
package ai.rhesis.backend.integration.chat;

import org.jspecify.annotations.NullMarked;
