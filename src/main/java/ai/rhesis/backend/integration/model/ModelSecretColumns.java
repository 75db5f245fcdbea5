package ai.rhesis.backend.integration.model;

import ai.rhesis.backend.platform.secrets.EncryptedColumn;
import ai.rhesis.backend.platform.secrets.SecretColumnQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The keys of models, for their move to another key of the ring.
@Configuration(proxyBeanMethods = false)
class ModelSecretColumns {

    @Bean
    static EncryptedColumn modelKeys(SecretColumnQueries columns) {
        return columns.column(
                "model.encrypted_key",
                """
                select id, encrypted_key as ciphertext
                from app.model
                where encrypted_key is not null and not starts_with(encrypted_key, ? || ':') and id > ?
                order by id
                limit ?
                """,
                "update app.model set encrypted_key = ? where id = ? and encrypted_key = ?");
    }
}
