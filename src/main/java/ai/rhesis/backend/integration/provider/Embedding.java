package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.chat.Usage;

/// An embedding of a text, of which only the length matters here.
record Embedding(int dimension, Usage usage) {}
