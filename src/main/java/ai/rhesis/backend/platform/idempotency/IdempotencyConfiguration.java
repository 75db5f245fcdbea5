package ai.rhesis.backend.platform.idempotency;

import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// The configuration that puts the filter behind all others, because it needs the tenant that they bind.
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    /// Registers the filter by name, because the container takes its filters before there is a database.
    @Bean
    static DelegatingFilterProxyRegistrationBean idempotency() {
        DelegatingFilterProxyRegistrationBean filter = new DelegatingFilterProxyRegistrationBean("idempotencyFilter");
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }
}
