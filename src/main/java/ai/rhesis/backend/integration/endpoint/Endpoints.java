package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.CallContext;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.endpoint.mapping.Variables;
import ai.rhesis.backend.integration.endpoint.transport.HttpTransport;
import ai.rhesis.backend.integration.endpoint.transport.Outgoing;
import ai.rhesis.backend.integration.endpoint.transport.SocketTransport;
import ai.rhesis.backend.platform.compute.RequestTurns;
import ai.rhesis.backend.platform.egress.Attempts;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Redaction;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The calls to endpoints. Make them outside any transaction: the secret is read in one of its own.
@Component
public class Endpoints {

    private final EndpointService endpoints;
    private final Credentials credentials;
    private final HttpTransport http;
    private final SocketTransport sockets;
    private final FunctionTransport functions;
    private final MappingWork mappings;
    private final CallTraces traces;

    Endpoints(
            EndpointService endpoints,
            Credentials credentials,
            HttpTransport http,
            SocketTransport sockets,
            FunctionTransport functions,
            MappingWork mappings,
            CallTraces traces) {
        this.endpoints = endpoints;
        this.credentials = credentials;
        this.http = http;
        this.sockets = sockets;
        this.functions = functions;
        this.mappings = mappings;
        this.traces = traces;
    }

    /// Takes a snapshot of an endpoint as it is now.
    public EndpointSnapshot snapshot(UUID endpointId) {
        return endpoints.snapshot(endpointId);
    }

    /// Asks once, with attempts after failures that may pass.
    ///
    /// @throws CallException when there is no answer
    public Answer ask(EndpointSnapshot endpoint, Question question, CallContext context) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an endpoint is never called inside a transaction");
        }
        RequestTurns.leaveForOthers();
        CallContext traced = endpoint.place().isTraced() ? context : context.untraced();
        return new TracedCall(traces, endpoint, question, traced).make(() -> call(endpoint, question, traced));
    }

    private Answer call(EndpointSnapshot endpoint, Question question, CallContext context) {
        if (endpoint.isFunction()) {
            return functions.ask(endpoint, question, context);
        }
        EndpointSecrets secrets = endpoint.hasSecret() ? endpoints.secrets(endpoint) : EndpointSecrets.NONE;
        return ask(endpoint, secrets, question);
    }

    /// Asks an endpoint that isn't stored, with the secrets that it came with.
    Answer tryOut(UnsavedEndpointRequest request) {
        mappings.check(request);
        Question question = request.question();
        if (question == null) {
            throw Problem.invalid(List.of(Violation.ofBody("input", "missing", "is required")))
                    .exception();
        }
        RequestTurns.leaveForOthers();
        return ask(EndpointSnapshot.unsaved(request), request.secrets(), question);
    }

    private Answer ask(EndpointSnapshot endpoint, EndpointSecrets secrets, Question question) {
        return credentials.authorized(endpoint, secrets, token -> ask(endpoint, secrets, token, question));
    }

    private Answer ask(EndpointSnapshot endpoint, EndpointSecrets secrets, @Nullable String token, Question question) {
        Redaction redaction = Redaction.of(token, secrets.authToken(), secrets.clientSecret());
        Outgoing outgoing = mappings.request(endpoint, Variables.of(question, token), token, redaction);
        return switch (endpoint.connectionType()) {
            case "REST" -> complete(endpoint, Attempts.call(() -> http.send(outgoing)), redaction);
            case "WebSocket" ->
                Attempts.call(() -> sockets.talk(outgoing, new SocketListener(endpoint, redaction, mappings)));
            default ->
                throw CallException.configuration(
                        "connection_type",
                        endpoint.connectionType() + " can be stored but not called; REST, WebSocket and SDK can");
        };
    }

    private Answer complete(EndpointSnapshot endpoint, String body, Redaction redaction) {
        Answer answer = mappings.answer(endpoint, body, redaction);
        if (answer.output() == null && answer.toolCalls() == null) {
            throw CallException.answer("response_mapping finds no output in the answer: " + redaction.excerpt(body));
        }
        return answer;
    }
}
