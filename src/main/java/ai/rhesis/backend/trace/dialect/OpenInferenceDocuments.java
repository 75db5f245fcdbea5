package ai.rhesis.backend.trace.dialect;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The documents that are found or put in order, and the texts that are embedded, by the OpenInference conventions.
final class OpenInferenceDocuments {

    static final int MAX_DOCUMENTS = 1_000;

    private OpenInferenceDocuments() {}

    static void read(Attributes told, ReadingDraft draft) {
        draft.output(documents(told.below("retrieval.documents")));
        if (draft.isOperation(Operations.RERANK)) {
            draft.input(told.value("reranker.query")).output(documents(told.below("reranker.output_documents")));
        }
        if (draft.isOperation(Operations.EMBEDDING)) {
            draft.input(texts(told.below("embedding.embeddings")));
        }
    }

    private static @Nullable JsonNode documents(@Nullable JsonNode list) {
        if (list == null || !list.isArray()) {
            return null;
        }
        ArrayNode shown = Json.array();
        list.valueStream()
                .limit(MAX_DOCUMENTS)
                .map(OpenInferenceDocuments::document)
                .forEach(shown::add);
        return shown;
    }

    private static JsonNode document(JsonNode entry) {
        JsonNode told = entry.path("document").isObject() ? entry.path("document") : entry;
        if (!told.isObject()) {
            return told;
        }
        ObjectNode document = Json.object();
        told.properties()
                .forEach(field -> document.set(
                        // entries of lists that were never flattened name their keys in full
                        field.getKey().startsWith("document.") ? field.getKey().substring(9) : field.getKey(),
                        Json.parsed(field.getValue())));
        return document;
    }

    private static @Nullable JsonNode texts(@Nullable JsonNode list) {
        if (list == null || !list.isArray()) {
            return null;
        }
        ArrayNode texts = Json.array();
        list.valueStream()
                .limit(MAX_DOCUMENTS)
                .map(entry -> entry.path("embedding").path("text"))
                .filter(JsonNode::isString)
                .forEach(texts::add);
        return texts.isEmpty() ? null : texts.size() == 1 ? texts.get(0) : texts;
    }
}
