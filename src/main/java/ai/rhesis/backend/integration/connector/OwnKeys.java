package ai.rhesis.backend.integration.connector;

import tools.jackson.databind.node.ObjectNode;

/// The keys of inputs that are this service's to set, because the SDK takes them for its word.
public final class OwnKeys {

    public static final String TEST = "_rhesis_test_context";
    public static final String CONVERSATION = "_rhesis_conversation_context";
    public static final String DISABLE_TRACING = "_rhesis_disable_tracing";

    private static final String PREFIX = "_rhesis_";

    private OwnKeys() {}

    /// Removes them from the inputs of a client.
    public static ObjectNode removedFrom(ObjectNode inputs) {
        inputs.propertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .toList()
                .forEach(inputs::remove);
        return inputs;
    }
}
