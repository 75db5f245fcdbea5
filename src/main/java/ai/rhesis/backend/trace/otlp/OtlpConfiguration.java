package ai.rhesis.backend.trace.otlp;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// The filter of exports, before all that refuse a request.
@Configuration(proxyBeanMethods = false)
class OtlpConfiguration {

    @Bean
    static FilterRegistrationBean<OtlpFailures> otlpFailures() {
        FilterRegistrationBean<OtlpFailures> filter = new FilterRegistrationBean<>(new OtlpFailures());
        filter.addUrlPatterns("/v1/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
