package ai.rhesis.backend.platform.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file of texts and examples under `src/test/resources/openapi`.
final class YamlFile {

    private YamlFile() {}

    static JsonNode read(String name) {
        try (InputStream file = new ClassPathResource("openapi/" + name).getInputStream()) {
            Object content = new Yaml().load(file);
            return JsonMapper.shared().valueToTree(content);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
