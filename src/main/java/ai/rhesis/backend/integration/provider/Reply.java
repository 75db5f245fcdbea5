package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.platform.egress.CallException;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/// What a model answered.
public record Reply(String text, Usage usage) {

    /// @throws CallException when the model gave no text, because it only called tools or was stopped
    static Reply of(ChatResponse response, Usage usage) {
        Generation generation = response.getResult();
        String text = generation == null ? null : generation.getOutput().getText();
        if (generation == null || text == null) {
            String reason = generation == null ? null : generation.getMetadata().getFinishReason();
            throw CallException.answer("the model gave no text" + (reason == null ? "" : " (" + reason + ")"));
        }
        return new Reply(text, usage);
    }
}
