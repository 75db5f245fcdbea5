/// Texts, documents and embeddings by the models that the caller chose, as they are. It makes the caller's model the
/// default model of published clients.
@NullMarked
package ai.rhesis.backend.suite.generation.content;

import org.jspecify.annotations.NullMarked;
