/// The web socket of the frontend: who may open it, the channels that it follows, and news from any node.
@NullMarked
package ai.rhesis.backend.platform.socket;

import org.jspecify.annotations.NullMarked;
