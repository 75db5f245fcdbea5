package ai.rhesis.backend.integration.endpoint.mapping;

import ai.rhesis.backend.integration.template.Template;
import ai.rhesis.backend.integration.template.TemplateException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Texts with templates in them, such as headers and query parameters.
public final class TemplatedText {

    private static final Pattern FIRST_MARK = Pattern.compile("\\{[{%]");

    private TemplatedText() {}

    static boolean isTemplate(String text) {
        return text.contains("{{") || text.contains("{%") || text.contains("{#");
    }

    /// Tells whether a template can use the variable. Prose between two of its expressions counts, too.
    static boolean canUse(String text, String variable) {
        int begin = FIRST_MARK
                .matcher(text)
                .results()
                .mapToInt(MatchResult::start)
                .findFirst()
                .orElse(text.length());
        int end = Math.max(text.lastIndexOf("}}"), text.lastIndexOf("%}"));
        return begin < end
                && Pattern.compile("\\b" + variable + "\\b")
                        .matcher(text.substring(begin, end))
                        .find();
    }

    /// @throws MappingException where one is no template
    public static void check(Map<String, String> texts) {
        texts.forEach((name, text) -> check(Pointer.ROOT.member(name), text));
    }

    /// @throws MappingException when it is no template
    public static void check(@Nullable String text) {
        if (text != null) {
            check(Pointer.ROOT, text);
        }
    }

    static void check(Pointer place, String text) {
        if (isTemplate(text)) {
            try {
                Template.of(text);
            } catch (TemplateException mistake) {
                throw place.mistake(mistake);
            }
        }
    }

    /// Renders all of them, without those that come to nothing.
    public static Map<String, String> render(Map<String, String> texts, Variables variables) {
        Map<String, String> rendered = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            Object value = render(Pointer.ROOT.member(name), text, variables);
            if (value != null) {
                rendered.put(name, Variables.textOf(value));
            }
        });
        return rendered;
    }

    public static String render(String text, Variables variables) {
        return Variables.textOf(Objects.requireNonNullElse(render(Pointer.ROOT, text, variables), ""));
    }

    static @Nullable Object render(Pointer place, String text, Variables variables) {
        if (!isTemplate(text)) {
            return text;
        }
        try {
            return Template.of(text).render(variables.values());
        } catch (TemplateException mistake) {
            throw place.mistake(mistake);
        }
    }
}
