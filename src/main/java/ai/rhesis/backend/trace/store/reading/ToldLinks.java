package ai.rhesis.backend.trace.store.reading;

import ai.rhesis.backend.trace.store.limit.Shortened;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The objects that the attributes of spans name. The first span that names one decides.
public record ToldLinks(
        @Nullable UUID testRunId,
        @Nullable UUID testId,
        @Nullable UUID testResultId,
        @Nullable UUID testConfigurationId,
        @Nullable UUID endpointId,
        @Nullable String endpointName,
        @Nullable String endpointUrl) {

    static final ToldLinks NONE = new ToldLinks(null, null, null, null, null, null, null);

    private static final int MAX_TEXT = 255;
    private static final int UUID_LENGTH = 36;

    public static ToldLinks of(ObjectNode attributes) {
        return new ToldLinks(
                testRunId(attributes),
                id(attributes, "rhesis.test.id"),
                id(attributes, "rhesis.test.result_id"),
                id(attributes, "rhesis.test.configuration_id"),
                id(attributes, "endpoint.id"),
                text(attributes, "endpoint.name"),
                text(attributes, "endpoint.url"));
    }

    static @Nullable UUID testRunId(ObjectNode attributes) {
        return id(attributes, "rhesis.test.run_id");
    }

    public ToldLinks or(ToldLinks later) {
        return new ToldLinks(
                first(testRunId, later.testRunId),
                first(testId, later.testId),
                first(testResultId, later.testResultId),
                first(testConfigurationId, later.testConfigurationId),
                first(endpointId, later.endpointId),
                first(endpointName, later.endpointName),
                first(endpointUrl, later.endpointUrl));
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }

    private static @Nullable UUID id(ObjectNode attributes, String key) {
        JsonNode value = attributes.path(key);
        if (!value.isString() || value.stringValue().length() != UUID_LENGTH) {
            return null;
        }
        try {
            return UUID.fromString(value.stringValue());
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private static @Nullable String text(ObjectNode attributes, String key) {
        JsonNode value = attributes.path(key);
        return value.isString() ? Shortened.text(value.stringValue(), MAX_TEXT) : null;
    }
}
