package ai.rhesis.backend.integration.model;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.secrets.KeyRing;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The decryption of the keys of models, each for the one place that it was saved for.
@Service
@Transactional(readOnly = true)
public class ModelKeyService {

    private static final Logger log = LoggerFactory.getLogger(ModelKeyService.class);

    private final ModelRepository models;
    private final KeyRing keys;

    ModelKeyService(ModelRepository models, KeyRing keys) {
        this.models = models;
        this.keys = keys;
    }

    /// Decrypts the key of a model; null when it has none.
    ///
    /// @param destination scheme, host and port to which it is about to be sent
    /// @throws CallException when the model is gone or its key was saved for another destination
    public @Nullable String keyFor(UUID modelId, String destination) {
        Model model = models.findById(modelId)
                .orElseThrow(() -> CallException.configuration("the model does not exist any more"));
        if (model.hasKeyForAnother(destination)) {
            throw CallException.configuration("the key of the model " + model.getName()
                    + " was saved for another host: save it again with the model as it is now");
        }
        String encrypted = model.encryptedKey();
        return encrypted == null ? null : opened(model, encrypted);
    }

    private String opened(Model model, String encrypted) {
        try {
            return keys.decrypt(encrypted, model.getOrganizationId(), model.getId());
        } catch (IllegalStateException unreadable) {
            log.error("The key of the model {} can't be opened: {}", model.getId(), unreadable.getMessage());
            throw CallException.configuration("the key of the model " + model.getName()
                    + " can't be opened on this server: save it again, or ask its operator");
        }
    }
}
