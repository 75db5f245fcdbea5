package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.connector.RegisteredFunction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The settings that a decorator gives a function.
record FunctionSettings(
        @Nullable Map<String, Object> requestMapping,
        @Nullable Map<String, Object> responseMapping) implements EndpointSettings {

    static FunctionSettings of(RegisteredFunction function) {
        return new FunctionSettings(function.requestMapping(), function.responseMapping());
    }

    @Override
    public String connectionType() {
        return "SDK";
    }

    @Override
    public @Nullable String url() {
        return null;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public @Nullable Map<String, String> requestHeaders() {
        return null;
    }
}
