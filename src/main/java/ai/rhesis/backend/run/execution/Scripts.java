package ai.rhesis.backend.run.execution;

import ai.rhesis.backend.integration.conversation.Script;
import ai.rhesis.backend.suite.testcase.TestConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Turns the configuration of a test over several turns into the script that is played.
@Component
class Scripts {

    private final JsonMapper json;

    Scripts(JsonMapper json) {
        this.json = json;
    }

    @Nullable
    Script read(@Nullable String configuration) {
        return configuration == null ? null : of(json.readValue(configuration, TestConfiguration.class));
    }

    Script of(TestConfiguration configuration) {
        return new Script(
                configuration.goal(),
                configuration.instructions(),
                configuration.restrictions(),
                configuration.scenario(),
                text(configuration.context()),
                configuration.minTurns() == null ? 1 : configuration.minTurns(),
                configuration.maxTurns());
    }

    private @Nullable String text(@Nullable Object context) {
        return context == null || context instanceof String ? (String) context : json.writeValueAsString(context);
    }
}
