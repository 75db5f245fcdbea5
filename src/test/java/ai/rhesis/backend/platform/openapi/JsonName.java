package ai.rhesis.backend.platform.openapi;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;

/// The JSON name of a Java name.
final class JsonName extends SnakeCaseStrategy {

    private static final JsonName NAMES = new JsonName();

    static String of(String javaName) {
        return NAMES.translate(javaName);
    }
}
