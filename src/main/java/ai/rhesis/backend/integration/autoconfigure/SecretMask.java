package ai.rhesis.backend.integration.autoconfigure;

import ai.rhesis.backend.platform.egress.Redaction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The masking of credentials in a text that a model is going to read: the one that is known, and what looks like one.
/// References to variables of an environment, such as `$API_KEY`, are none.
final class SecretMask {

    private static final String MASK = "[secret]";

    // possessive and bounded, so that no input makes them go back far
    private static final Pattern KNOWN_FORM = Pattern.compile(
            "\\b(?:sk-[A-Za-z0-9_-]{16,}+|rh-[A-Za-z0-9_-]{16,}+|gh[pousr]_[A-Za-z0-9]{20,}+|xox[abprs]-[A-Za-z0-9-]{10,}+"
                    + "|AKIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{35}|eyJ[A-Za-z0-9_-]{10,}+\\.[A-Za-z0-9._-]++)");
    private static final Pattern AFTER_SCHEME =
            Pattern.compile("(?i)\\b(bearer|basic)\\s{1,5}(?![$<{\\[])[A-Za-z0-9+/=._~-]{6,}+");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:api[_-]?key|token|secret|password|passwd|credential|authorization)s?[\"']?\\s{0,5}[:=]\\s{0,5}[\"']?)"
                    + "(?!bearer|basic|[$<{\\[])[^\\s\"',;&]{6,}+");

    private final Redaction known;

    SecretMask(@Nullable String token) {
        known = Redaction.of(token);
    }

    String apply(String text) {
        String masked = KNOWN_FORM.matcher(known.apply(text)).replaceAll(MASK);
        masked = AFTER_SCHEME.matcher(masked).replaceAll("$1 " + MASK);
        return NAMED.matcher(masked).replaceAll("$1" + MASK);
    }
}
