package ai.rhesis.backend.portal.explorer.suggestion;

import ai.rhesis.backend.integration.endpoint.EndpointSnapshot;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.web.body.LineWriter;
import ai.rhesis.backend.portal.explorer.AnswerJudging;
import ai.rhesis.backend.portal.explorer.EndpointAnswers;
import ai.rhesis.backend.portal.explorer.GivenAnswer;
import ai.rhesis.backend.portal.explorer.suggestion.SuggestionLine.VerdictLine;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The answers and verdicts for single suggestions. One that goes wrong is told in its own line and ends no other.
@Component
class SuggestionAnswers {

    private static final Logger log = LoggerFactory.getLogger(SuggestionAnswers.class);
    private static final String BROKEN = "it failed within this server";

    private final EndpointAnswers answers;
    private final AnswerJudging judging;

    SuggestionAnswers(EndpointAnswers answers, AnswerJudging judging) {
        this.answers = answers;
        this.judging = judging;
    }

    /// Asks once. What the end of the time interrupts is told as not done.
    GivenAnswer ask(EndpointSnapshot endpoint, String input, LineWriter lines) {
        GivenAnswer given = ask(endpoint, input);
        return given.error() != null && lines.isLate() ? GivenAnswer.failed(lines.late()) : given;
    }

    private GivenAnswer ask(EndpointSnapshot endpoint, String input) {
        try {
            return answers.ask(endpoint, input);
        } catch (RuntimeException broken) {
            log.warn("A suggestion could not be asked", LoggedFailure.of(broken));
            return GivenAnswer.failed(BROKEN);
        }
    }

    /// Judges an output. What the end of the time interrupts is told as not done.
    VerdictLine judge(String type, Asked asked, List<MetricSnapshot> metrics, LineWriter lines) {
        VerdictLine verdict = judge(type, asked, metrics);
        return verdict.error() != null && lines.isLate()
                ? VerdictLine.unjudged(type, asked.index(), asked.input(), lines.late())
                : verdict;
    }

    private VerdictLine judge(String type, Asked asked, List<MetricSnapshot> metrics) {
        if (!GivenAnswer.isSaid(asked.output())) {
            return VerdictLine.unjudged(type, asked.index(), asked.input(), "no output to evaluate");
        }
        try {
            return VerdictLine.of(
                    type, asked.index(), asked.input(), judging.judge(asked.input(), asked.output(), metrics));
        } catch (RuntimeException broken) {
            log.warn("A suggestion could not be judged", LoggedFailure.of(broken));
            return VerdictLine.unjudged(type, asked.index(), asked.input(), BROKEN);
        }
    }

    /// A suggestion that was asked.
    record Asked(int index, String input, String output) {}
}
