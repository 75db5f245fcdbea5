package ai.rhesis.backend.support;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The document of the interface, read strictly: an object has no keys but those that its schema names, unless it says
/// so by `additionalProperties` or names none at all.
final class ClosedDocument {

    private static final String ADDRESS = "https://document.invalid/openapi.json";
    private static final String REFERENCE = "$ref";

    private final ObjectNode document;
    private final SchemaRegistry registry;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private ClosedDocument(ObjectNode document) {
        this.document = document;
        close(document);
        registry = SchemaRegistry.builder()
                .defaultDialectId(SpecificationVersion.DRAFT_2020_12.getDialectId())
                .schemas(Map.of(ADDRESS, document.toString()))
                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build())
                .build();
    }

    static ClosedDocument read() {
        try (InputStream shipped = new ClassPathResource("openapi/openapi.json").getInputStream()) {
            return new ClosedDocument((ObjectNode) JsonMapper.shared().readTree(shipped));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    JsonNode paths() {
        return document.path("paths");
    }

    /// Answers a part of the document, or what it refers to.
    JsonNode resolve(JsonNode part) {
        String reference = part.path(REFERENCE).asString("");
        return reference.isEmpty() ? part : document.at(reference.substring(reference.indexOf('#') + 1));
    }

    /// Tells what is wrong with the JSON; empty when nothing is. Of objects with selected keys none is
    /// required.
    String mistakes(JsonNode schema, JsonNode json, boolean isOfSelectedKeys) {
        return schemas.computeIfAbsent(schema, registry::getSchema).validate(json).stream()
                .filter(error -> !isOfSelectedKeys || !isOfSelection(error))
                .map(Error::toString)
                .collect(Collectors.joining("; "));
    }

    /// Answers the schema of a problem that no operation documents.
    JsonNode problem(HttpStatusCode status) {
        JsonNode problems = document.at("/components/responses");
        String own = String.valueOf(status.value());
        return problems.path(problems.has(own) ? own : "default").at("/content/application~1json/schema");
    }

    private static boolean isOfSelection(Error error) {
        return error.getKeyword().equals("required")
                && error.getInstanceLocation().getNameCount() <= 1;
    }

    private void close(JsonNode part) {
        part.forEach(this::close);
        if (part instanceof ObjectNode schema) {
            merge(schema);
            if (schema.path("properties").isObject() && !schema.has("additionalProperties")) {
                schema.put("additionalProperties", false);
            }
            if (schema.path(REFERENCE).asString("").startsWith("#")) {
                schema.put(REFERENCE, ADDRESS + schema.path(REFERENCE).asString());
            }
        }
    }

    /// Makes one schema of those that an object has to meet together.
    private void merge(ObjectNode schema) {
        JsonNode parts = schema.path("allOf");
        schema.remove("allOf");
        for (JsonNode part : parts) {
            ObjectNode whole = (ObjectNode) resolve(part);
            merge(whole);
            schema.withObjectProperty("properties").setAll((ObjectNode) whole.path("properties"));
            whole.path("required").forEach(schema.withArrayProperty("required")::add);
        }
    }
}
