package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What forms wish for and not every model grants: no chance, and an answer bound to a schema. Some models refuse
/// such a call as a whole; then it is made again without the wish, which is remembered.
final class RejectedOptions {

    private static final int MAX_REMEMBERED = 1000;
    private static final Set<Integer> REFUSALS = Set.of(400, 422);
    private static final List<String> WORDS_FOR_SCHEMA = List.of("response_format", "schema", "structured", "format");

    private final Map<Who, Wish> granted = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Who, Wish> eldest) {
            return size() > MAX_REMEMBERED;
        }
    });

    Reply ask(Models models, ModelSnapshot model, List<Message> messages, JsonNode schema) {
        Who who = Who.of(model);
        Wish wish = granted.getOrDefault(who, Wish.ALL);
        while (true) {
            try {
                Reply reply = models.chat(model, wish.on(model, messages, schema));
                granted.put(who, wish);
                return reply;
            } catch (CallException refused) {
                wish = wish.without(refused);
            }
        }
    }

    /// A model of one organization: what one learned says nothing to another.
    private record Who(
            UUID organizationId,
            UUID modelId,
            String modelName,
            @Nullable String endpoint) {

        static Who of(ModelSnapshot model) {
            return new Who(Tenant.current().organizationId(), model.id(), model.modelName(), model.endpoint());
        }
    }

    private record Wish(boolean temperature, boolean schema) {

        static final Wish ALL = new Wish(true, true);

        Chat on(ModelSnapshot model, List<Message> messages, JsonNode answerSchema) {
            boolean ours = temperature && !model.parameters().containsKey("temperature");
            Chat chat = new Chat(messages, ours ? Map.of("temperature", 0) : Map.of(), answerSchema);
            return schema ? chat : chat.inWords();
        }

        /// @throws CallException the same, when it is about none of what is wished for
        Wish without(CallException refused) {
            Integer status = refused.status();
            if (status != null && REFUSALS.contains(status)) {
                String words = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
                if (temperature && words.contains("temperature")) {
                    return new Wish(false, schema);
                }
                if (schema && WORDS_FOR_SCHEMA.stream().anyMatch(words::contains)) {
                    return new Wish(temperature, false);
                }
            }
            throw refused;
        }
    }
}
