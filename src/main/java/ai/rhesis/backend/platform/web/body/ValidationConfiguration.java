package ai.rhesis.backend.platform.web.body;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The configuration of a validator that does not ask JPA whether a field is loaded. Only records are validated
/// here, and asking would take as long as the rules themselves.
@Configuration(proxyBeanMethods = false)
class ValidationConfiguration {

    @Bean
    static ValidationConfigurationCustomizer everythingIsLoaded() {
        return configuration -> configuration.traversableResolver(new Everything());
    }

    private static class Everything implements TraversableResolver {

        @Override
        public boolean isReachable(
                @Nullable Object object, Path.Node property, Class<?> root, Path path, ElementType element) {
            return true;
        }

        @Override
        public boolean isCascadable(
                @Nullable Object object, Path.Node property, Class<?> root, Path path, ElementType element) {
            return true;
        }
    }
}
