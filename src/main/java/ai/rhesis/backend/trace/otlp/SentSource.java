package ai.rhesis.backend.trace.otlp;

import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The origin of spans: the process that made them, and the instrumentation in it. Its spans share it.
record SentSource(ObjectNode resource, ObjectNode scope) {

    /// The attribute of a process that names the project its spans go to.
    static final String PROJECT = "rhesis.project.id";

    private static final List<String> ENVIRONMENTS = List.of("deployment.environment.name", "deployment.environment");

    static ObjectNode resource(ResourceSpans spans) {
        ObjectNode resource = OtlpAttributes.of(spans.getResource().getAttributesList());
        SentSpan.putNumber(
                resource,
                "otel." + SentSpan.DROPPED_ATTRIBUTES,
                spans.getResource().getDroppedAttributesCount());
        SentSpan.putText(resource, "otel.schema_url", spans.getSchemaUrl());
        return resource;
    }

    static SentSource of(ObjectNode resource, ScopeSpans spans) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        InstrumentationScope scope = spans.getScope();
        SentSpan.putText(told, "name", scope.getName());
        SentSpan.putText(told, "version", scope.getVersion());
        SentSpan.putText(told, "schema_url", spans.getSchemaUrl());
        if (scope.getAttributesCount() > 0) {
            told.set("attributes", OtlpAttributes.of(scope.getAttributesList()));
        }
        SentSpan.putNumber(told, SentSpan.DROPPED_ATTRIBUTES, scope.getDroppedAttributesCount());
        return new SentSource(resource, told);
    }

    @Nullable
    String environment() {
        return ENVIRONMENTS.stream()
                .map(resource::path)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }

    String project() {
        return project(resource);
    }

    /// Returns the name of the project of a process; empty where it names none.
    static String project(ObjectNode resource) {
        return resource.path(PROJECT).asString("");
    }
}
