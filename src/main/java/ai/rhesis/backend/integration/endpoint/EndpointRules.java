package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.endpoint.mapping.MappingException;
import ai.rhesis.backend.integration.endpoint.mapping.RequestMapping;
import ai.rhesis.backend.integration.endpoint.mapping.ResponseMapping;
import ai.rhesis.backend.integration.endpoint.mapping.TemplatedText;
import ai.rhesis.backend.integration.template.Values;
import ai.rhesis.backend.platform.egress.Origin;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.secrets.SecretName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rules between the fields of an endpoint and inside its mappings, checked before tests run: when it is saved.
final class EndpointRules {

    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern PLACEHOLDER = Pattern.compile("(\\w+ )?\\{\\{-?\\s*auth_token\\s*-?}}");

    private final EndpointSettings settings;
    private final List<Violation> broken = new ArrayList<>();

    private EndpointRules(EndpointSettings settings) {
        this.settings = settings;
    }

    /// @throws ProblemException 422 that names every bad field
    static void check(EndpointSettings settings) {
        EndpointRules rules = new EndpointRules(settings);
        rules.checkAddresses();
        rules.checkSecrets();
        rules.checkTemplates();
        if (!rules.broken.isEmpty()) {
            throw Problem.invalid(rules.broken).exception();
        }
    }

    private void checkAddresses() {
        switch (settings.connectionType()) {
            case "REST" ->
                require("url", settings.url(), Origin.HTTP, "must be an http or https URL without a user name");
            case "WebSocket" ->
                require("url", settings.url(), Origin.SOCKET, "must be a ws or wss URL without a user name");
            default -> {}
        }
        if ("client_credentials".equals(settings.authType())) {
            require("token_url", settings.tokenUrl(), Origin.HTTP, "must be an http or https URL without a user name");
            require("client_id", settings.clientId(), "(?s).+", "is required for client_credentials");
        }
    }

    private void require(String field, @Nullable String value, String pattern, String message) {
        if (value == null || !value.matches(pattern)) {
            add(field, message);
        }
    }

    private void checkSecrets() {
        if (!orEmpty(settings.requestHeaders()).keySet().stream()
                .allMatch(name -> HEADER.matcher(name).matches())) {
            add("request_headers", "has a header whose name holds characters that headers can't have");
        }
        refuseSecrets("request_headers", settings.requestHeaders());
        refuseSecrets("query_params", settings.queryParams());
        refuseSecrets("extra_payload", settings.extraPayload());
        if (holdsSecret(settings.auth())) {
            add("auth", "must hold no secret, it is shown to readers: give it as auth_token or client_secret");
        }
    }

    private void refuseSecrets(String field, @Nullable Map<String, String> shown) {
        boolean isSecret = shown != null
                && shown.entrySet().stream()
                        .anyMatch(entry -> SecretName.matches(entry.getKey())
                                && !PLACEHOLDER
                                        .matcher(entry.getValue().strip())
                                        .matches());
        if (isSecret) {
            add(field, "must hold no secret, it is shown to readers: give it as auth_token and write {{ auth_token }}");
        }
    }

    private static boolean holdsSecret(@Nullable Object shown) {
        return switch (shown) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .anyMatch(entry ->
                                SecretName.matches(String.valueOf(entry.getKey())) && entry.getValue() instanceof String
                                        || holdsSecret(entry.getValue()));
            case List<?> list -> list.stream().anyMatch(EndpointRules::holdsSecret);
            case null, default -> false;
        };
    }

    private void checkTemplates() {
        checkMapping("request_headers", () -> TemplatedText.check(orEmpty(settings.requestHeaders())));
        checkMapping("query_params", () -> TemplatedText.check(orEmpty(settings.queryParams())));
        checkMapping("endpoint_path", () -> TemplatedText.check(settings.endpointPath()));
        checkMapping("request_mapping", () -> RequestMapping.check(Values.toJson(settings.requestMapping())));
        checkMapping("response_mapping", () -> ResponseMapping.check(Values.toJson(settings.responseMapping())));
    }

    private void checkMapping(String field, Runnable check) {
        try {
            check.run();
        } catch (MappingException mistake) {
            add(field, String.valueOf(mistake.getMessage()));
        }
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }

    private void add(String field, String message) {
        broken.add(Violation.ofBody(field, "value_error", message));
    }
}
