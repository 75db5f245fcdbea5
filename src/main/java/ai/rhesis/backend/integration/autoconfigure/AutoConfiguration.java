package ai.rhesis.backend.integration.autoconfigure;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.chat.TokenMeter;
import ai.rhesis.backend.integration.endpoint.Probe;
import ai.rhesis.backend.integration.endpoint.Probes;
import ai.rhesis.backend.integration.provider.ChosenModels;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.integration.provider.StructuredReplies;
import ai.rhesis.backend.integration.provider.StructuredReply;
import ai.rhesis.backend.platform.egress.CallException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The configuration of endpoints by the model that the caller chose for generation: it proposes mappings, and
/// they are tried.
@Component
class AutoConfiguration {

    private static final int MAX_PROBES = 3;
    private static final Question QUESTION = Question.of("Hello, what can you do?");

    private final ChosenModels models;
    private final StructuredReplies replies;
    private final Probes probes;
    private final TokenMeter meter;

    AutoConfiguration(ChosenModels models, StructuredReplies replies, Probes probes, TokenMeter meter) {
        this.models = models;
        this.replies = replies;
        this.probes = probes;
        this.meter = meter;
    }

    /// Proposes a configuration and tries it. What the model or the endpoint does wrong is told in the answer.
    ///
    /// @throws ProblemException 400 when the caller has chosen no model for generation
    AutoConfigureResponse configure(AutoConfigureRequest request) {
        ModelSnapshot model = models.generation();
        ConfigurationBrief brief = new ConfigurationBrief(new SecretMask(request.authToken()));
        try {
            StructuredReply reply = ask(model, brief.ask(request));
            return reply.content() == null
                    ? AutoConfigureResponse.failed(request, "The model's answer can't be used: " + reply.problem())
                    : probed(new Attempt(request, model, brief), Proposal.of(reply.content(), request));
        } catch (CallException noAnswer) {
            return AutoConfigureResponse.failed(request, "The model gave no answer: " + noAnswer.getMessage());
        }
    }

    private StructuredReply ask(ModelSnapshot model, List<Message> messages) {
        StructuredReply reply = replies.ask(model, messages, ConfigurationBrief.schema());
        meter.count(reply.usage());
        return reply;
    }

    private AutoConfigureResponse probed(Attempt attempt, Proposal first) {
        String address = first.url();
        if (!attempt.request().probe() || first.isEmpty() || address == null) {
            return AutoConfigureResponse.of(first, Probing.NONE);
        }
        return attempt.names(address)
                ? probed(attempt, first, address)
                : AutoConfigureResponse.of(
                        first.warning("The address is not in the text, so it was not called: give it as url."),
                        Probing.NONE);
    }

    private AutoConfigureResponse probed(Attempt attempt, Proposal first, String address) {
        Probing probing = Probing.NONE;
        Proposal tried = first;
        for (Proposal next = first; next != null; ) {
            tried = next;
            Probe probe = probes.probe(tried.endpoint(address, attempt.request().authToken()), QUESTION);
            probing = probing.and(probe);
            boolean isLast = probe.isSuccess() || !probe.isWorthAnother() || probing.attempts() == MAX_PROBES;
            next = isLast ? null : corrected(attempt, tried, probe);
        }
        return AutoConfigureResponse.of(tried, probing);
    }

    private @Nullable Proposal corrected(Attempt attempt, Proposal proposal, Probe probe) {
        try {
            StructuredReply reply = ask(attempt.model(), attempt.brief().correct(attempt.request(), proposal, probe));
            return reply.content() == null
                    ? null
                    : proposal.correctedBy(Proposal.of(reply.content(), attempt.request()));
        } catch (CallException noAnswer) {
            return null;
        }
    }

    /// A request with the model that works on it.
    private record Attempt(AutoConfigureRequest request, ModelSnapshot model, ConfigurationBrief brief) {

        /// Tells whether the user named the host: a credential goes to no other, whatever the model proposes.
        boolean names(String address) {
            String host = address.replaceFirst("(?i)^(https?://[^/?#]+).*$", "$1");
            return address.equals(request.url())
                    || Pattern.compile(Pattern.quote(host) + "(?![\\w.:@-])", Pattern.CASE_INSENSITIVE)
                            .matcher(request.inputText())
                            .find();
        }
    }
}
