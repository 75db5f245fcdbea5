package ai.rhesis.backend.platform.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.context.annotation.Lazy;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The document of this version of the code, made once for all tests.
@Component
@Lazy
class LiveDocument {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final OpenApiWebMvcResource springdoc;
    private final RecordSchemas records;
    private @Nullable ObjectNode document;

    LiveDocument(OpenApiWebMvcResource springdoc, RecordSchemas records) {
        this.springdoc = springdoc;
        this.records = records;
    }

    synchronized ObjectNode read() {
        if (document == null) {
            document = make();
        }
        return document;
    }

    /// Answers the text of the file that the server ships.
    String file() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(read()) + "\n";
    }

    /// Adds the schemas of `document.yaml` that springdoc drops, for it does not look into the contents of texts.
    private static void addWritten(ObjectNode document) {
        JsonNode written = Schemas.of(YamlFile.read("document.yaml"));
        ObjectNode schemas = (ObjectNode) Schemas.of(document);
        Schemas.reachable(document, document.path("paths")).stream()
                .filter(name -> !schemas.has(name))
                .forEach(name -> schemas.set(name, written.path(name)));
    }

    /// Keeps the schemas that are referred to, by name: springdoc finds them in another order each time.
    private static void sortUsed(ObjectNode document) {
        Set<String> used = new TreeSet<>(Schemas.reachable(document, document.path("paths")));
        used.addAll(Schemas.reachable(document, document.at("/components/responses")));
        ObjectNode sorted = JSON.createObjectNode();
        used.forEach(name -> sorted.set(name, Schemas.of(document).path(name)));
        ((ObjectNode) document.path("components")).set("schemas", sorted);
    }

    private ObjectNode make() {
        try {
            byte[] raw = springdoc.openapiJson(new MockHttpServletRequest(), "/v3/api-docs", Locale.ENGLISH);
            ObjectNode made = (ObjectNode) JSON.readTree(raw);
            addWritten(made);
            Descriptions.addTo(made);
            new Answers(made, records).complete();
            sortUsed(made);
            return made;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
