package ai.rhesis.backend.integration.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The filters that bring files and messages into the forms that the interfaces of model providers take.
///
/// A file is an object with `content_type` and `data`, its bytes in base64. No file makes an empty list.
final class ProviderFilters {

    static final List<OwnFilter> ALL = List.of(
            new OwnFilter("to_openai", FilterCost.WHOLE, (files, arguments) -> openAi(files)),
            new OwnFilter("to_anthropic", FilterCost.WHOLE, (files, arguments) -> anthropic(files)),
            new OwnFilter("to_gemini", FilterCost.WHOLE, (files, arguments) -> gemini(files)),
            new OwnFilter(
                    "openai_content",
                    FilterCost.WHOLE,
                    (files, arguments) -> after(Map.of("type", "text", "text", input(arguments)), openAi(files))),
            new OwnFilter(
                    "anthropic_content",
                    FilterCost.WHOLE,
                    (files, arguments) -> after(Map.of("type", "text", "text", input(arguments)), anthropic(files))),
            new OwnFilter(
                    "gemini_parts",
                    FilterCost.WHOLE,
                    (files, arguments) -> after(Map.of("text", input(arguments)), gemini(files))),
            new OwnFilter("to_gemini_contents", FilterCost.WHOLE, (messages, arguments) -> contents(messages)),
            new OwnFilter("to_anthropic_messages", FilterCost.WHOLE, (messages, arguments) -> withoutSystem(messages)));

    private ProviderFilters() {}

    private static List<?> openAi(@Nullable Object files) {
        return objects(files).stream()
                .map(file -> Map.of("type", "image_url", "image_url", Map.of("url", dataUrl(file))))
                .toList();
    }

    private static String dataUrl(Map<?, ?> file) {
        String url = "data:" + type(file) + ";base64," + text(file, "data");
        Rendering.current().budget.spend(url.length());
        return url;
    }

    private static List<?> anthropic(@Nullable Object files) {
        return objects(files).stream()
                .map(file -> Map.of(
                        "type",
                        type(file).equals("application/pdf") ? "document" : "image",
                        "source",
                        Map.of("type", "base64", "media_type", type(file), "data", text(file, "data"))))
                .toList();
    }

    private static List<?> gemini(@Nullable Object files) {
        return objects(files).stream()
                .map(file -> Map.of("inline_data", Map.of("mime_type", type(file), "data", text(file, "data"))))
                .toList();
    }

    /// Gemini has no system messages and calls the assistant "model".
    private static List<?> contents(@Nullable Object messages) {
        return withoutSystem(messages).stream()
                .map(message ->
                        Map.of("role", role(message), "parts", List.of(Map.of("text", text(message, "content")))))
                .toList();
    }

    private static String role(Map<?, ?> message) {
        String role = text(message, "role");
        return role.equals("assistant") ? "model" : role.isEmpty() ? "user" : role;
    }

    private static List<Map<?, ?>> withoutSystem(@Nullable Object messages) {
        return objects(messages).stream()
                .filter(message -> !text(message, "role").equals("system"))
                .toList();
    }

    private static List<?> after(Map<String, String> first, List<?> rest) {
        List<Object> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    /// Returns the text beside the files: the argument, else the input of the rendering.
    private static String input(OwnFilter.Arguments arguments) {
        Object given = arguments.get(0, "input_text");
        return Values.text(given == null ? Rendering.current().getContext().get("input") : given);
    }

    private static List<Map<?, ?>> objects(@Nullable Object items) {
        return items instanceof Collection<?> all
                ? all.stream()
                        .<Map<?, ?>>mapMulti((item, kept) -> {
                            if (item instanceof Map<?, ?> object) {
                                kept.accept(object);
                            }
                        })
                        .toList()
                : List.of();
    }

    private static String type(Map<?, ?> file) {
        String type = text(file, "content_type");
        return type.isEmpty() ? "application/octet-stream" : type;
    }

    private static String text(Map<?, ?> object, String key) {
        return Values.text(object.get(key));
    }
}
