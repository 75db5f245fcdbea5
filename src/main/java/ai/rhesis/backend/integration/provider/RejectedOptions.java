package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The options that models were found to refuse. A refused call is made again without the option, once for each, and
/// what then succeeds is remembered.
final class RejectedOptions {

    private static final int MAX_REMEMBERED = 1000;

    private final Map<Key, Set<Option>> rejected = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Set<Option>> eldest) {
            return size() > MAX_REMEMBERED;
        }
    });

    /// Asks without the options that the model is known to refuse.
    ///
    /// @throws CallException when the call fails for another reason
    Reply ask(ModelSnapshot model, Chat chat, Function<Chat, Reply> call) {
        Key key = Key.of(model);
        Set<Option> without = EnumSet.noneOf(Option.class);
        without.addAll(rejected.getOrDefault(key, Set.of()));
        while (true) {
            Chat asked = accepted(chat, without);
            try {
                Reply reply = call.apply(asked);
                remember(key, without);
                return reply;
            } catch (CallException refused) {
                Option blamed = Option.blamed(asked, refused);
                if (isOwn(blamed, model) || !without.add(blamed)) {
                    throw refused;
                }
            }
        }
    }

    // whoever gave the model a temperature wants that one or to know that it can't be had
    private static boolean isOwn(Option blamed, ModelSnapshot model) {
        return blamed == Option.TEMPERATURE && model.parameters().containsKey("temperature");
    }

    private void remember(Key key, Set<Option> without) {
        if (!without.isEmpty()) {
            rejected.put(key, without);
        }
    }

    // the schema first: in words it becomes text of the system
    private static Chat accepted(Chat chat, Set<Option> without) {
        Chat accepted = without.contains(Option.SCHEMA) ? Option.SCHEMA.replacedIn(chat) : chat;
        for (Option option : without) {
            accepted = option.replacedIn(accepted);
        }
        return accepted;
    }

    /// A model of one organization: what one learned says nothing to another.
    private record Key(
            UUID organizationId,
            UUID modelId,
            String modelName,
            @Nullable String endpoint) {

        static Key of(ModelSnapshot model) {
            return new Key(Tenant.current().organizationId(), model.id(), model.modelName(), model.endpoint());
        }
    }
}
