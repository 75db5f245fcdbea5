package ai.rhesis.backend.run.start;

import ai.rhesis.backend.integration.conversation.Script;
import ai.rhesis.backend.suite.testcase.MultiTurnConfiguration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The conversion of a multi-turn test's configuration to the script that is played.
@Component
public class Scripts {

    private final JsonMapper json;

    Scripts(JsonMapper json) {
        this.json = json;
    }

    public @Nullable Script read(@Nullable String configuration) {
        return configuration == null ? null : of(json.readValue(configuration, MultiTurnConfiguration.class));
    }

    public Script of(MultiTurnConfiguration configuration) {
        return new Script(
                configuration.goal(),
                configuration.instructions(),
                configuration.restrictions(),
                configuration.scenario(),
                text(configuration.context()),
                configuration.minTurns() == null ? 1 : configuration.minTurns(),
                configuration.maxTurns(),
                List.of());
    }

    private @Nullable String text(@Nullable Object context) {
        return context == null || context instanceof String ? (String) context : json.writeValueAsString(context);
    }
}
