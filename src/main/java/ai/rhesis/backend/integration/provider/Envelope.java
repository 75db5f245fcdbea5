package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.integration.provider.Reply.Ending;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Tolerant reading of what stands around a model's text, in all protocols.
final class Envelope {

    private static final Set<String> THOUGHTS =
            Set.of("thinking", "redacted_thinking", "reasoning", "reasoning_content", "thought", "summary_text");
    private static final Set<String> CUT_OFF =
            Set.of("length", "max_tokens", "max_output_tokens", "token_limit", "model_context_window_exceeded");
    private static final Set<String> FILTERED = Set.of(
            "content_filter", "content_filtered", "safety", "recitation", "prohibited_content", "blocklist", "spii");
    private static final String REFUSED = "refusal";

    private Envelope() {}

    /// Reads a text, or a list of parts, of which thoughts are left out; null when there is no text at all.
    static @Nullable String textOf(JsonNode content) {
        if (content.isString()) {
            return content.stringValue();
        }
        if (content.isArray()) {
            String text = content.valueStream()
                    .filter(part -> !isThought(part))
                    .map(Envelope::partOf)
                    .collect(Collectors.joining());
            return text.isEmpty() ? null : text;
        }
        return content.isObject() && !isThought(content) ? textOf(content.path("text")) : null;
    }

    /// Reads the refusal among the parts of an answer; null when there is none.
    static @Nullable String refusalIn(JsonNode content) {
        String refusal = content.valueStream()
                .map(part -> part.path(REFUSED).asString(""))
                .collect(Collectors.joining());
        return refusal.isEmpty() ? null : refusal;
    }

    private static boolean isThought(JsonNode part) {
        return THOUGHTS.contains(part.path("type").asString("").toLowerCase(Locale.ROOT))
                || part.path("thought").asBoolean(false);
    }

    private static String partOf(JsonNode part) {
        return part.isString()
                ? part.stringValue()
                : part.path("text").isObject()
                        ? part.at("/text/value").asString("")
                        : part.path("text").asString("");
    }

    /// Reads the reason for which a model stopped; whatever is not known is a complete answer.
    static Ending endingOf(JsonNode reason) {
        String known = reason.asString("").strip().toLowerCase(Locale.ROOT);
        if (CUT_OFF.contains(known)) {
            return Ending.CUT_OFF;
        }
        if (FILTERED.contains(known)) {
            return Ending.FILTERED;
        }
        return known.equals(REFUSED) ? Ending.REFUSED : Ending.COMPLETE;
    }

    /// Reads the tokens and the price of an answer, as far as they are told.
    static Usage usageOf(JsonNode usage) {
        Integer read = tokens(usage, "cache_read_input_tokens", "cache_read_tokens");
        Integer written = tokens(usage, "cache_creation_input_tokens", "cache_write_tokens");
        Integer cached =
                tokens(details(usage, "prompt_tokens_details", "input_tokens_details"), "cached_tokens", "cached");
        JsonNode output = details(usage, "completion_tokens_details", "output_tokens_details");
        return new Usage(
                // Anthropic counts what a cache held beside the input, the others within
                sum(sum(tokens(usage, "prompt_tokens", "input_tokens"), read), written),
                tokens(usage, "completion_tokens", "output_tokens"),
                cached == null ? read : cached,
                tokens(output, "reasoning_tokens", "reasoning"),
                costMicros(usage.path("cost")));
    }

    private static @Nullable Integer sum(@Nullable Integer tokens, @Nullable Integer more) {
        return tokens == null || more == null ? tokens : Usage.tokens((long) tokens + more);
    }

    private static JsonNode details(JsonNode usage, String name, String otherName) {
        return usage.path(name).isObject() ? usage.path(name) : usage.path(otherName);
    }

    private static @Nullable Integer tokens(JsonNode usage, String name, String otherName) {
        BigDecimal told = numberOf(usage.path(name));
        BigDecimal number = told == null ? numberOf(usage.path(otherName)) : told;
        return number == null ? null : Usage.tokens(rounded(number));
    }

    /// Reads the price of an answer. Only OpenRouter tells it, in US dollars; elsewhere it is not guessed.
    private static @Nullable Long costMicros(JsonNode cost) {
        BigDecimal dollars = numberOf(cost);
        return dollars == null ? null : Long.valueOf(rounded(dollars.movePointRight(6)));
    }

    private static long rounded(BigDecimal number) {
        return number.min(BigDecimal.valueOf(Long.MAX_VALUE))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
    }

    private static @Nullable BigDecimal numberOf(JsonNode value) {
        String text = value.isString() ? value.stringValue().strip() : value.isNumber() ? value.asString() : "";
        return text.matches("\\d{1,18}(\\.\\d{1,18})?([eE]-?\\d{1,2})?") ? new BigDecimal(text) : null;
    }
}
