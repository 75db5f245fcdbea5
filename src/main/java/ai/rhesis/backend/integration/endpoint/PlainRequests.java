package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.endpoint.transport.HttpTransport;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Redaction;
import okhttp3.Request;
import org.springframework.stereotype.Component;

/// Requests over HTTP to systems that are no endpoints, under the rules of those: checked addresses, answers in
/// bounded time and size, and secrets masked in them.
@Component
public class PlainRequests {

    private final HttpTransport http;

    PlainRequests(HttpTransport http) {
        this.http = http;
    }

    /// Sends a request once and returns the body of the answer.
    ///
    /// @throws CallException when there is none, it is an error, or it is too large
    public String send(Request request, Redaction redaction) {
        return http.send(request, redaction);
    }
}
