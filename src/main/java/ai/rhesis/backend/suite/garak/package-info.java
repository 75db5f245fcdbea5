/// The pages of Garak, whose probes this server does not have as yet.
@NullMarked
package ai.rhesis.backend.suite.garak;

import org.jspecify.annotations.NullMarked;
