package ai.rhesis.backend.trace.dialect;

import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.trace.span.RawSpan;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The conventions that spans are read by, in order of precedence.
///
/// Spans often follow several at once, such as `ai.*` with `gen_ai.*` beside it. Each convention that knows a span
/// fills in what those before it left open, so that the most specific one decides and nothing is lost.
public final class Dialects {

    /// The version of the mappings. A change of what any span means raises it, so that spans that were read by an
    /// earlier one are found and read again.
    public static final int VERSION = 1;

    private static final Logger log = LoggerFactory.getLogger(Dialects.class);
    static final List<Convention> BY_PRECEDENCE = List.of(
            new RhesisSdk(),
            new AiSdk(),
            new OpenInference(),
            new LiteLlm(),
            new OpenLlmetry(),
            new GenAi(),
            new GenAiEvents());
    private static final SpanReader CURRENT = new SpanReader() {

        @Override
        public int version() {
            return VERSION;
        }

        @Override
        public Reading read(RawSpan span) {
            return Dialects.read(span);
        }
    };

    private Dialects() {}

    /// Returns the mappings of this version of the server.
    public static SpanReader current() {
        return CURRENT;
    }

    /// Reads a span by the conventions that it follows. It never fails: what can't be read stays absent.
    public static Reading read(RawSpan span) {
        SpanFacts facts = new SpanFacts(span);
        ReadingDraft draft = new ReadingDraft().conversation(span.conversationId());
        for (Convention dialect : BY_PRECEDENCE) {
            if (dialect.knows(facts)) {
                read(dialect, facts, draft.by(dialect.code()));
            }
        }
        Identities.read(facts.attributes(), draft);
        return draft.reading();
    }

    private static void read(Convention dialect, SpanFacts facts, ReadingDraft draft) {
        try {
            dialect.read(facts, draft);
        } catch (RuntimeException failure) {
            // a mistake in a mapping costs a reading, which a mended one makes up for, and never a span
            log.warn("A span could not be read as {}", dialect.code(), LoggedFailure.of(failure));
        }
    }
}
