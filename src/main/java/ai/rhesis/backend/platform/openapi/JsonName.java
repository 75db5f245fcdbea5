package ai.rhesis.backend.platform.openapi;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;

/// How a Java name is written in JSON.
final class JsonName extends SnakeCaseStrategy {

    private static final JsonName NAMES = new JsonName();

    static String of(String javaName) {
        return NAMES.translate(javaName);
    }
}
