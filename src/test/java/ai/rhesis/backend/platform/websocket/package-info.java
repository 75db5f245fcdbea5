@NullMarked
package ai.rhesis.backend.platform.websocket;

import org.jspecify.annotations.NullMarked;
