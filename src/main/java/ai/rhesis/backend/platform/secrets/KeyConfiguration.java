package ai.rhesis.backend.platform.secrets;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The configuration of the key ring from `rhesis.secrets.keys`; the application doesn't start without a good key.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class KeyConfiguration {

    @Bean
    static KeyRing keyRing(Environment environment) {
        return new KeyRing(Binder.get(environment)
                .bind("rhesis.secrets.keys", Bindable.listOf(String.class))
                .orElse(List.of()));
    }
}
