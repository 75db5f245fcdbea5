package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.platform.egress.CallException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The options of a call that some models or servers refuse, and what takes their place.
enum Option {
    TEMPERATURE {
        @Override
        boolean isBlamed(Chat chat, int status, String words) {
            return isRefusalOfParameter(status)
                    && chat.parameters().containsKey("temperature")
                    && words.contains("temperature");
        }

        @Override
        Chat replacedIn(Chat chat) {
            return chat.without("temperature");
        }
    },

    /// The name of the token limit: newer models of OpenAI know `max_completion_tokens` only, older servers
    /// `max_tokens` only.
    TOKEN_LIMIT {
        @Override
        boolean isBlamed(Chat chat, int status, String words) {
            return isRefusalOfParameter(status) && (isNamed(OLD_LIMIT, chat, words) || isNamed(NEW_LIMIT, chat, words));
        }

        private boolean isNamed(String limit, Chat chat, String words) {
            return chat.parameters().containsKey(limit) && words.contains(limit);
        }

        @Override
        Chat replacedIn(Chat chat) {
            return chat.parameters().containsKey(OLD_LIMIT)
                    ? chat.renaming(OLD_LIMIT, NEW_LIMIT)
                    : chat.renaming(NEW_LIMIT, OLD_LIMIT);
        }
    },

    SYSTEM_ROLE {
        @Override
        boolean isBlamed(Chat chat, int status, String words) {
            return chat.hasSystemText() && REFUSALS_OF_SYSTEM.stream().anyMatch(words::contains);
        }

        @Override
        Chat replacedIn(Chat chat) {
            return chat.withSystemTextAsUser();
        }
    },

    /// The binding of the answer to a schema. Servers that don't know it say so in all kinds of words, or fail.
    SCHEMA {
        @Override
        boolean isBlamed(Chat chat, int status, String words) {
            return chat.answerSchema() != null;
        }

        @Override
        Chat replacedIn(Chat chat) {
            return chat.inWords();
        }
    };

    private static final String OLD_LIMIT = "max_tokens";
    private static final String NEW_LIMIT = "max_completion_tokens";
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 422, 500, 501);
    private static final List<String> REFUSALS_OF_SYSTEM = List.of(
            "system role",
            "system message",
            "system prompt",
            "system instruction",
            "developer instruction",
            "role: system",
            "role 'system'",
            "role \"system\"",
            "'system'",
            "roles must alternate",
            "only user and assistant roles");

    /// Tells whether a failure is about this option.
    ///
    /// @param words of the failure, in lower case
    abstract boolean isBlamed(Chat chat, int status, String words);

    /// Makes the chat that does without it.
    abstract Chat replacedIn(Chat chat);

    /// Returns the option of a chat that a call was refused for.
    ///
    /// @throws CallException the same, when it is about none
    static Option blamed(Chat chat, CallException refused) {
        Integer status = refused.status();
        if (status != null && REFUSALS.contains(status)) {
            String words = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
            for (Option option : values()) {
                if (option.isBlamed(chat, status, words)) {
                    return option;
                }
            }
        }
        throw refused;
    }

    private static boolean isRefusalOfParameter(int status) {
        return status == 400 || status == 422;
    }
}
