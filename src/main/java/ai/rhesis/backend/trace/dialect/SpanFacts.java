package ai.rhesis.backend.trace.dialect;

import ai.rhesis.backend.trace.span.RawSpan;
import ai.rhesis.backend.trace.span.SpanKind;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A span with its attributes and events at hand.
record SpanFacts(RawSpan span, Attributes attributes) {

    static final int MAX_EVENTS = 1_000;

    SpanFacts(RawSpan span) {
        this(span, new Attributes(span.attributes()));
    }

    String name() {
        return span.name();
    }

    String scope() {
        return span.scope().path("name").asString("");
    }

    /// Returns true for work inside of a process, as opposed to a call of another one.
    boolean isInternal() {
        return span.kind() == SpanKind.INTERNAL;
    }

    boolean hasEvent(List<String> names) {
        return events().anyMatch(event -> names.contains(nameOf(event)));
    }

    /// Returns the attributes of the events of a name, in the order in which they came.
    Stream<Attributes> events(String name) {
        return events().filter(event -> name.equals(nameOf(event))).map(SpanFacts::attributesOf);
    }

    Stream<ObjectNode> events() {
        return span.events()
                .valueStream()
                .limit(MAX_EVENTS)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast);
    }

    static String nameOf(ObjectNode event) {
        return event.path("name").asString("");
    }

    static Attributes attributesOf(ObjectNode event) {
        JsonNode told = event.path("attributes");
        return new Attributes(told instanceof ObjectNode object ? object : Json.object());
    }
}
