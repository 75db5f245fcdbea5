package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.chat.TokenMeter;
import ai.rhesis.backend.integration.endpoint.mapping.Variables;
import ai.rhesis.backend.integration.endpoint.transport.HttpReply;
import ai.rhesis.backend.integration.endpoint.transport.HttpTransport;
import ai.rhesis.backend.integration.endpoint.transport.Outgoing;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallTimeout;
import ai.rhesis.backend.platform.egress.Redaction;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Single tries of endpoints that are not stored: the mapping is rendered, sent once and applied to the answer.
@Component
public class Probes {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final MappingWork mappings;
    private final HttpTransport http;
    private final TokenMeter meter;

    Probes(MappingWork mappings, HttpTransport http, TokenMeter meter) {
        this.mappings = mappings;
        this.http = http;
        this.meter = meter;
    }

    /// Tries an endpoint. A failure of any kind is no exception, but an outcome.
    public Probe probe(ProbedEndpoint probed, Question question) {
        Redaction redaction = Redaction.of(probed.authToken());
        try {
            mappings.check(probed);
            EndpointSnapshot endpoint = EndpointSnapshot.unsaved(probed);
            Variables variables = Variables.of(question, probed.authToken());
            Outgoing outgoing = mappings.request(endpoint, variables, probed.authToken(), redaction);
            return send(endpoint, outgoing);
        } catch (ProblemException unusable) {
            return new Probe(
                    null,
                    null,
                    null,
                    redaction.excerpt(String.valueOf(unusable.problem().detail())));
        } catch (CallException unusable) {
            return new Probe(null, null, null, unusable.getMessage());
        }
    }

    private Probe send(EndpointSnapshot endpoint, Outgoing outgoing) {
        String sent = outgoing.redaction().apply(outgoing.body() == null ? "" : outgoing.body());
        try {
            HttpReply reply = CallTimeout.within(TIMEOUT, () -> http.reply(outgoing));
            return new Probe(sent, reply.status(), reply.body(), unmapped(endpoint, reply, outgoing.redaction()));
        } catch (CallException failure) {
            return new Probe(sent, failure.status(), null, failure.getMessage());
        }
    }

    private @Nullable String unmapped(EndpointSnapshot endpoint, HttpReply reply, Redaction redaction) {
        try {
            Answer answer = mappings.answer(endpoint, reply.body(), redaction);
            meter.count(answer.usage());
            return answer.output() == null && answer.toolCalls() == null
                    ? "response_mapping finds no output in the answer"
                    : null;
        } catch (CallException unfit) {
            return unfit.getMessage();
        }
    }
}
