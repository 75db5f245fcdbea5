package ai.rhesis.backend.suite.generation.content;

import ai.rhesis.backend.integration.chat.Usage;
import tools.jackson.databind.JsonNode;

/// An answer of a model: a text or a document, and what it took.
record Content(JsonNode body, Usage usage) {}
