package ai.rhesis.backend.trace.remap;

import ai.rhesis.backend.trace.dialect.Dialects;
import ai.rhesis.backend.trace.dialect.SpanReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RemapConfiguration {

    @Bean
    static SpanReader spanReader() {
        return Dialects.current();
    }
}
