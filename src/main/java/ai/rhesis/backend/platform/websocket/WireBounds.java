package ai.rhesis.backend.platform.websocket;

import java.time.Duration;

/// The bounds on what one connection sends.
///
/// @param maxCharacters of a message
/// @param maxMessages in the span of time
public record WireBounds(int maxCharacters, int maxMessages, Duration span) {}
