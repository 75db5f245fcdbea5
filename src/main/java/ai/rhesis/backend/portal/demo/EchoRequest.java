package ai.rhesis.backend.portal.demo;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// A question to the built-in target.
record EchoRequest(@NotBlank @Size(max = 10_000) String question) {}
