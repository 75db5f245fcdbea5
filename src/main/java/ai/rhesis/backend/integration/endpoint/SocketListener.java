package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.endpoint.mapping.Document;
import ai.rhesis.backend.integration.endpoint.mapping.MappingException;
import ai.rhesis.backend.integration.endpoint.transport.SocketMessage;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Redaction;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The listener of a web socket, which takes the first message in which the mapping finds an output as the answer.
///
/// For the format JSON, messages that are not JSON, or only a number, are pieces of a text. It is complete when the
/// other side closes the connection or says `{"message": "response ended"}`, and is mapped as `{"content": text}`.
final class SocketListener implements Function<SocketMessage, @Nullable Answer> {

    private static final String END = "response ended";

    private final EndpointSnapshot endpoint;
    private final Redaction redaction;
    private final MappingWork mappings;
    private final Tenant tenant = Tenant.current();
    private final StringBuilder pieces = new StringBuilder();
    private String last = "";

    SocketListener(EndpointSnapshot endpoint, Redaction redaction, MappingWork mappings) {
        this.endpoint = endpoint;
        this.redaction = redaction;
        this.mappings = mappings;
    }

    @Override
    public @Nullable Answer apply(SocketMessage message) {
        return message.isLast() ? atEnd() : ofMessage(message.text());
    }

    private @Nullable Answer ofMessage(String text) {
        last = text;
        Document document = read(text);
        if (document == null || document.isBare()) {
            pieces.append(text);
            return null;
        }
        if (document.says("message", END)) {
            return atEnd();
        }
        Answer answer = map(document);
        return answer.output() == null && answer.toolCalls() == null ? null : answer;
    }

    private @Nullable Document read(String text) {
        try {
            return Document.of(endpoint.responseFormat(), text);
        } catch (MappingException piece) {
            return null;
        }
    }

    private Answer atEnd() {
        Answer answer = pieces.isEmpty() ? null : map(whole());
        if (answer == null || answer.output() == null) {
            throw CallException.answer("the connection was closed before there was an output"
                    + (last.isEmpty() ? "" : ", after: " + redaction.excerpt(last)));
        }
        return answer;
    }

    private Document whole() {
        String text = pieces.toString();
        return endpoint.responseMapping() == null ? new Document(text) : Document.ofPieces(text);
    }

    private Answer map(Document document) {
        return mappings.answer(endpoint, document, new MappingWork.Received(last, redaction), tenant);
    }
}
