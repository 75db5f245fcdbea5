package ai.rhesis.backend.integration.tool;

import ai.rhesis.backend.integration.endpoint.PlainRequests;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallTimeout;
import java.time.Duration;
import okhttp3.Request;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The calls to tools, each made once and in bounded time. Make them outside any transaction.
@Component
class ToolTransport {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final PlainRequests requests;

    ToolTransport(PlainRequests requests) {
        this.requests = requests;
    }

    /// @throws CallException when there is no answer, or it is an error
    String text(ToolAccess access, Request request) {
        return CallTimeout.within(TIMEOUT, () -> requests.send(request, access.redaction()));
    }

    /// @throws CallException when there is no answer, it is an error, or no JSON
    JsonNode json(ToolAccess access, Request request) {
        try {
            return JsonMapper.shared().readTree(text(access, request));
        } catch (JacksonException noJson) {
            throw CallException.answer(request.url().host() + " gave an answer that is no JSON");
        }
    }
}
