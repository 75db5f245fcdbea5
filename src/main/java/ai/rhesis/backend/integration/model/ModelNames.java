package ai.rhesis.backend.integration.model;

import ai.rhesis.backend.platform.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The names of models that forms suggest, by provider. Any other name can be given as well.
final class ModelNames {

    private static final JsonNode NAMES = read();

    private ModelNames() {}

    /// Lists the models of a provider that answer in words; empty for servers that have models of their own.
    static List<String> language(String provider) {
        return names(provider, "language");
    }

    /// Lists the models of a provider that embed texts.
    static List<String> embedding(String provider) {
        return names(provider, "embedding");
    }

    private static List<String> names(String provider, String type) {
        String known = provider.toLowerCase(Locale.ROOT);
        if (Arrays.stream(Provider.values()).noneMatch(value -> isNamed(value, known))) {
            throw Problem.notFound("There is no provider with the name " + provider)
                    .exception();
        }
        return NAMES.path(known)
                .path(type)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static boolean isNamed(Provider provider, String name) {
        return provider != Provider.OTHER
                && provider.name().toLowerCase(Locale.ROOT).equals(name);
    }

    private static JsonNode read() {
        try (InputStream list = new ClassPathResource("model-names.json").getInputStream()) {
            return JsonMapper.shared().readTree(list);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
