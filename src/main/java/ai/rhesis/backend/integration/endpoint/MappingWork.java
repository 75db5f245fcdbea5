package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.endpoint.mapping.Document;
import ai.rhesis.backend.integration.endpoint.mapping.MappingException;
import ai.rhesis.backend.integration.endpoint.mapping.ResponseMapping;
import ai.rhesis.backend.integration.endpoint.mapping.Variables;
import ai.rhesis.backend.integration.endpoint.transport.Outgoing;
import ai.rhesis.backend.integration.template.Values;
import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.compute.TooComplexException;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Redaction;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The work on mappings, all of which runs on the bounded pool.
@Component
class MappingWork {

    private static final Duration MAX_DURATION = Duration.ofSeconds(5);
    private static final String REQUEST = "request_mapping";
    private static final String RESPONSE = "response_mapping";

    private final ComputePool pool;

    MappingWork(ComputePool pool) {
        this.pool = pool;
    }

    /// @throws ProblemException 422 that names every bad field
    void check(EndpointSettings settings) {
        bounded(REQUEST, () -> {
            EndpointRules.check(settings);
            return settings;
        });
    }

    /// @throws CallException when the request can't be made of what is configured
    Outgoing request(EndpointSnapshot endpoint, Variables variables, @Nullable String token, Redaction redaction) {
        return bounded(REQUEST, () -> new RequestRendering(endpoint, variables, token).render(redaction));
    }

    /// Makes the arguments of a function of a question.
    ///
    /// @throws CallException when they can't be made of what is configured
    JsonNode inputs(@Nullable JsonNode mapping, Question question) {
        return bounded(REQUEST, () -> RequestRendering.inputs(mapping, Variables.of(question, null)));
    }

    /// Maps the result of a function; one that is no object is the output itself.
    ///
    /// @throws CallException when the mapping can't be applied to it
    Answer result(EndpointSnapshot endpoint, JsonNode result) {
        JsonNode mapping = result.isObject() ? endpoint.responseMapping() : null;
        Document document = new Document(Values.of(result));
        return bounded(RESPONSE, () -> ResponseMapping.map(mapping, document), result.toString(), Redaction.NONE);
    }

    /// @throws CallException when the mapping can't be applied to the answer
    Answer answer(EndpointSnapshot endpoint, String body, Redaction redaction) {
        return bounded(RESPONSE, () -> map(endpoint, Document.of(endpoint.responseFormat(), body)), body, redaction);
    }

    /// Maps an answer that is parsed already, on whatever thread it came.
    Answer answer(EndpointSnapshot endpoint, Document document, Received answer, Tenant tenant) {
        Supplier<Answer> work =
                () -> bounded(RESPONSE, () -> map(endpoint, document), answer.body(), answer.redaction());
        return Tenant.isBound() ? work.get() : tenant.<Answer, RuntimeException>call(work::get);
    }

    private static Answer map(EndpointSnapshot endpoint, Document document) {
        return ResponseMapping.map(endpoint.responseMapping(), document);
    }

    private Answer bounded(String field, Supplier<Answer> work, String body, Redaction redaction) {
        try {
            return bounded(field, work);
        } catch (MappingException unfit) {
            throw unfit.isTooComplex()
                    ? CallException.tooComplex(field, String.valueOf(unfit.getMessage()))
                    : CallException.answer(unfit.getMessage() + ": " + redaction.excerpt(body));
        }
    }

    private <T> T bounded(String field, Supplier<T> work) {
        try {
            return pool.call(work, MAX_DURATION);
        } catch (TooComplexException bound) {
            throw CallException.tooComplex(field, String.valueOf(bound.getMessage()));
        }
    }

    /// A raw answer, and what masks the secrets in an excerpt of it.
    record Received(String body, Redaction redaction) {}
}
