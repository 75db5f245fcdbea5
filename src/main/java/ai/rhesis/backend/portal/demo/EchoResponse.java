package ai.rhesis.backend.portal.demo;

/// An answer of the built-in target.
record EchoResponse(String answer) {}
